using HybridAssistant.Serving;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Api.OpenAi;

/// <summary>The models as /v1/models lists them: what words answers, and the embedder.</summary>
internal sealed class ModelDirectory
{
    private const string Owner = "hybrid-assistant";

    private readonly ModelList _list;

    public ModelDirectory(ServedModels models, TimeProvider time, IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        EmbedderName = embedder?.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId;
        long started = time.GetUtcNow().ToUnixTimeSeconds();
        IEnumerable<ModelCard> speaking = models.All.Select(model =>
            Card(model.Name, model.Kind.ToString().ToLowerInvariant(), model.IsDefault, started));
        _list = new ModelList("list", [.. speaking, .. EmbedderName is null ? [] : (ModelCard[])[Card(EmbedderName, "embedder", true, started)]]);
    }

    /// <summary>Name of the embedder; null where none is configured.</summary>
    public string? EmbedderName { get; }

    public ModelList List() => _list;

    public ModelCard? Find(string name) => _list.Data.FirstOrDefault(card => card.Id == name);

    /// <summary>What a request for a model that there is not is answered with.</summary>
    public static OpenAiFault Unknown(string name) => new(
        StatusCodes.Status404NotFound, $"The model '{name}' does not exist for this. GET /v1/models lists those there are.", "model", "model_not_found");

    private static ModelCard Card(string name, string kind, bool isDefault, long started) =>
        new(name, "model", started, Owner, new ModelCardExtension(kind, isDefault));
}
