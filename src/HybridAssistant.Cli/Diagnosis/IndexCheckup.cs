using System.Globalization;
using HybridAssistant.Knowledge;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>The index in the data folder: opened and checked.</summary>
internal sealed class IndexCheckup(IConfiguration configuration) : ICheckup
{
    public string Subject => "index";

    public async Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        string folder = configuration[nameof(HybridAssistantOptions.Data)] ?? new HybridAssistantOptions().Data;
        if (!Directory.Exists(folder))
        {
            return CheckupResult.Limited($"there is none yet in '{folder}'", $"hybrid ingest PATH --data {folder}");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHybridAssistant(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            IKnowledgeIndex index = provider.GetRequiredService<IKnowledgeIndex>();
            IReadOnlyList<string> faults = await index.VerifyAsync(cancellationToken);
            if (faults.Count > 0)
            {
                return CheckupResult.Broken($"{faults.Count} faults, the first: {faults[0]}", $"hybrid index rebuild --data {folder}");
            }

            IndexInfo info = await index.GetInfoAsync(cancellationToken);
            return CheckupResult.Sound(string.Create(
                CultureInfo.InvariantCulture, $"{info.Documents} documents, {info.Facts} facts, whole"));
        }
        catch (KnowledgeIndexException e)
        {
            return CheckupResult.Broken(e.Message, $"hybrid index rebuild --data {folder}");
        }
        catch (KnowledgeException e)
        {
            return CheckupResult.Broken(e.Message, "hybrid models list");
        }
    }
}
