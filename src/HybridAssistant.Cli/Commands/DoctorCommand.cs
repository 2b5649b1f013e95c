using System.CommandLine;
using HybridAssistant.Cli.Diagnosis;
using HybridAssistant.Cli.Hosting;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid doctor`: what is there, what is missing, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Checks SDK, native libraries, index, models, OCR and ports.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IConfiguration configuration = CliSettings.Build(parsed);
        ICheckup[] checkups =
        [
            new SdkCheckup(),
            new NativeLibraryCheckup("libgomp.so.1", "libgomp1", "ONNX Runtime and llama.cpp need it"),
            new NativeLibraryCheckup("libstdc++.so.6", "libstdc++6", "ONNX Runtime and llama.cpp need it"),
            new ToolCheckup("tesseract", "tesseract-ocr", "scanned sheets are set aside without it"),
            new ToolCheckup("pdftocairo", "poppler-utils", "OCR and 'documents show --png' need it"),
            new EmbeddingModelCheckup(configuration),
            new LanguageModelCheckup(configuration),
            new IndexCheckup(configuration),
            new PortCheckup(configuration["Urls"] ?? ServerHost.DefaultUrls),
        ];

        bool sound = true;
        foreach (ICheckup checkup in checkups)
        {
            CheckupResult result = await checkup.ExamineAsync(cancellationToken);
            string mark = result.Severity switch { Severity.Sound => "ok  ", Severity.Limited => "note", _ => "FAIL" };
            Console.WriteLine($"{mark}  {checkup.Subject}: {result.Finding}");
            if (result.Remedy is { } remedy)
            {
                Console.WriteLine($"      -> {remedy}");
            }

            sound &= result.Severity != Severity.Broken;
        }

        return sound ? ExitCode.Ok : ExitCode.Failed;
    }
}
