using System.CommandLine;
using System.Text.Json;
using HybridAssistant.Cli.Diagnosis;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid doctor`: what is there, what is missing, and the command that mends it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string?> Qdrant = new("--qdrant")
    {
        Description = "Check instead whether the Qdrant server there keeps the rules that the index relies on. It makes and removes collections named 'hybrid-doctor-...'.",
        HelpName = "URL",
    };

    private static readonly Option<string?> ApiKeyVariable = new("--api-key-env")
    {
        Description = "With --qdrant: the environment variable that holds the API key.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("doctor", "Checks SDK, native libraries, index, models, OCR and ports.") { Qdrant, ApiKeyVariable, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IConfiguration configuration = CliSettings.Build(parsed);
        if (parsed.GetValue(Qdrant) is { } address)
        {
            bool isKept = await new QdrantDiagnosis(address, parsed.GetValue(ApiKeyVariable), configuration)
                .RunAsync(parsed.GetValue(Json), cancellationToken);
            return isKept ? ExitCode.Ok : ExitCode.Failed;
        }

        if (parsed.GetValue(ApiKeyVariable) is not null)
        {
            throw new BadInputException("--api-key-env goes with --qdrant URL.");
        }

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
            Write(checkup.Subject, result, parsed.GetValue(Json));
            sound &= result.Severity != Severity.Broken;
        }

        return sound ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Write(string subject, CheckupResult result, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new CheckupLine(subject, result.Severity.ToString().ToLowerInvariant(), result.Finding, result.Remedy), CliJson.Readable.CheckupLine));
            return;
        }

        string mark = result.Severity switch { Severity.Sound => "ok  ", Severity.Limited => "note", _ => "FAIL" };
        Console.WriteLine($"{mark}  {subject}: {result.Finding}");
        if (result.Remedy is { } remedy)
        {
            Console.WriteLine($"      -> {remedy}");
        }
    }
}
