using System.Globalization;
using System.Text;
using HybridAssistant.Documents.Processes;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Recognises text by the <c>tesseract</c> command, through pipes: nothing is written to disk.</summary>
internal sealed class Tesseract
{
    /// <summary>The command that installs it on Debian and Ubuntu.</summary>
    public const string InstallCommand = "apt-get install -y tesseract-ocr";

    // Fully automatic page segmentation: on pages with tables it keeps 11 of 11 probed cells, "one block" (6) keeps 1.
    private const string PageSegmentation = "3";

    private const long MaxOutputBytes = 16L * 1024 * 1024;

    private readonly OcrOptions _options;
    private readonly Command _command;

    public Tesseract(OcrOptions options, TimeProvider time)
    {
        _options = options;
        _command = new Command(options.Command, TimeSpan.FromSeconds(options.PageTimeoutSeconds), MaxOutputBytes, time)
        {
            // Several OpenMP threads spin on one page and are slower than one where cores are shared.
            Environment = new Dictionary<string, string> { ["OMP_THREAD_LIMIT"] = "1" },
        };
    }

    /// <summary>Whether the command is installed and knows the languages; else why not and what to do.</summary>
    public async Task<string?> FindMissingAsync(CancellationToken cancellationToken)
    {
        CommandResult? result = await _command.RunAsync(["--list-langs"], default, cancellationToken);
        if (result is null)
        {
            return $"'{_options.Command}' is not installed. Install it: {InstallCommand}";
        }

        if (!result.Succeeded)
        {
            return $"'{_options.Command} --list-langs' failed: {result.Errors}";
        }

        string[] installed = Encoding.UTF8.GetString(result.Output).Split('\n', StringSplitOptions.TrimEntries);
        string[] missing = [.. _options.Languages.Split('+').Except(installed, StringComparer.Ordinal)];
        return missing.Length == 0
            ? null
            : $"'{_options.Command}' lacks the language {string.Join(", ", missing)}. Install it: {InstallCommand}-{missing[0]}";
    }

    /// <summary>The words of an image; why there are none where recognition failed.</summary>
    public async Task<(IReadOnlyList<RecognizedWord> Words, string? Failure)> RecognizeAsync(GrayBitmap image, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "stdin", "stdout", "-l", _options.Languages, "--psm", PageSegmentation,
            "--dpi", image.Dpi.ToString(CultureInfo.InvariantCulture), "tsv",
        ];
        CommandResult? result = await _command.RunAsync(arguments, image.ToPortableGraymap(), cancellationToken);
        return result switch
        {
            null => ([], $"'{_options.Command}' is not installed. Install it: {InstallCommand}"),
            { Succeeded: true } => ([.. TesseractTsv.Read(Encoding.UTF8.GetString(result.Output))], null),
            _ => ([], $"'{_options.Command}' failed: {result.Errors}"),
        };
    }
}
