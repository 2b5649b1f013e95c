using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index info`: what the index holds.</summary>
internal static class IndexInfoCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("info", "Says what the index holds.") { Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IndexInfo info = await session.Get<IKnowledgeIndex>().GetInfoAsync(cancellationToken);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(info, CliJson.Readable.IndexInfo));
            return ExitCode.Ok;
        }

        string embedder = info.EmbedderFingerprint is { } fingerprint
            ? string.Create(CultureInfo.InvariantCulture, $"{fingerprint}, {info.Dimensions} dimensions")
            : "none: retrieval is lexical only";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            location    {info.Location}
            format      {info.FormatVersion}
            version     {info.ContentVersion}
            documents   {info.Documents} ({info.Superseded} superseded)
            facts       {info.Facts}
            passages    {info.Passages}
            codes       {info.Codes}
            embedder    {embedder}
            """));
        return ExitCode.Ok;
    }
}
