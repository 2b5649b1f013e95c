using System.Text;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Isolation;

/// <summary>
/// The inside of a reading process: settings first, then names and files over standard input, readings over standard
/// output, until the input closes. A process that starts it must write nothing else to standard output.
/// </summary>
public static class SheetWorkerHost
{
    /// <summary>Serves until the input closes.</summary>
    /// <param name="input">Messages from the other process.</param>
    /// <param name="output">Messages to it.</param>
    /// <param name="time">Measures time limits.</param>
    /// <param name="cancellationToken">Ends the serving.</param>
    public static async Task RunAsync(Stream input, Stream output, TimeProvider time, CancellationToken cancellationToken = default)
    {
        if (await SheetWorkerFrames.ReadJsonAsync<SheetWorkerSettings>(input, cancellationToken) is not { } settings)
        {
            return;
        }

        var reader = new SpecSheetReader(settings.Limits, new PageRecognizer(settings.Ocr, new PopplerPageRenderer(time), time), time);
        while (await SheetWorkerFrames.ReadAsync(input, cancellationToken) is { } name
            && await SheetWorkerFrames.ReadAsync(input, cancellationToken) is { } pdf)
        {
            SheetReading reading = await reader.ReadAsync(Encoding.UTF8.GetString(name), pdf, cancellationToken);
            await SheetWorkerFrames.WriteJsonAsync(output, new SheetWorkerReply(reading.Sheet, reading.SetAside), cancellationToken);
        }
    }
}
