using System.Globalization;
using HybridAssistant.Indexing;
using HybridAssistant.Knowledge;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>The index in the data folder or on a server: opened and checked.</summary>
internal sealed class IndexCheckup(IConfiguration configuration) : ICheckup
{
    public string Subject => "index";

    public async Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        string folder = configuration[nameof(HybridAssistantOptions.Data)] ?? new HybridAssistantOptions().Data;
        QdrantOptions server = configuration.GetSection(QdrantOptions.Section).Get<QdrantOptions>() ?? new QdrantOptions();
        bool isOnServer = string.Equals(configuration[$"{IndexOptions.Section}:{nameof(IndexOptions.Provider)}"], nameof(IndexProvider.Qdrant), StringComparison.OrdinalIgnoreCase);
        if (!isOnServer && !Directory.Exists(folder))
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
                return CheckupResult.Broken(
                    $"{faults.Count} faults, the first: {faults[0]}",
                    isOnServer ? "hybrid index verify --repair" : $"hybrid index rebuild --data {folder}");
            }

            IndexInfo info = await index.GetInfoAsync(cancellationToken);
            return CheckupResult.Sound(string.Create(
                CultureInfo.InvariantCulture, $"{info.Documents} documents, {info.Facts} facts, whole{(isOnServer ? $" ({info.Location})" : "")}"));
        }
        catch (KnowledgeIndexException e)
        {
            return CheckupResult.Broken(e.Message, isOnServer ? $"hybrid doctor --qdrant {server.Address}" : $"hybrid index rebuild --data {folder}");
        }
        catch (KnowledgeException e)
        {
            return CheckupResult.Broken(e.Message, "hybrid models list");
        }
    }
}
