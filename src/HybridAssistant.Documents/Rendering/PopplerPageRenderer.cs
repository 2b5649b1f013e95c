using System.Globalization;
using HybridAssistant.Documents.Processes;

namespace HybridAssistant.Documents.Rendering;

/// <summary>Draws pages by poppler's <c>pdftocairo</c> command, through pipes: nothing is written to disk.</summary>
public sealed class PopplerPageRenderer : IPageRenderer
{
    /// <summary>The command that installs the renderer on Debian and Ubuntu.</summary>
    public const string InstallCommand = "apt-get install -y poppler-utils";

    private const string CommandName = "pdftocairo";
    private const long MaxImageBytes = 200L * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Command _command;

    /// <summary>A renderer that measures its time limit by a clock.</summary>
    public PopplerPageRenderer(TimeProvider time) => _command = new Command(CommandName, Timeout, MaxImageBytes, time);

    /// <inheritdoc/>
    public async Task<PageImage> RenderAsync(ReadOnlyMemory<byte> pdf, int page, int dpi, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, 36);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dpi, 600);
        string number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-png", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-", "-"];
        CommandResult result = await _command.RunAsync(arguments, pdf, cancellationToken)
            ?? throw new RenderingException($"Pages are drawn by '{CommandName}', which is not installed. Install it: {InstallCommand}");
        return result.Succeeded && result.Output.Length > 0
            ? new PageImage(result.Output, dpi)
            : throw new RenderingException($"'{CommandName}' could not draw page {page}: {(result.Errors.Length > 0 ? result.Errors : "no image")}.");
    }
}
