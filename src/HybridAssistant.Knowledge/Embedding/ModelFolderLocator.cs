namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Finds a model by the name of a shipped folder, or by a path.</summary>
internal static class ModelFolderLocator
{
    /// <param name="model">Setting <c>Embedding:Model</c>, not empty.</param>
    /// <param name="modelsFolder">Folder of the shipped models.</param>
    public static string Locate(string model, string modelsFolder)
    {
        bool isPath = Path.IsPathRooted(model) || model.Contains('/') || model.Contains('\\') || model.StartsWith('.');
        string folder = Path.GetFullPath(isPath ? model : Path.Combine(modelsFolder, model));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        string[] shipped = Directory.Exists(modelsFolder)
            ? [.. Directory.GetDirectories(modelsFolder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
            : [];
        string have = shipped.Length == 0 ? "none" : string.Join(", ", shipped);
        throw new EmbeddingModelException(
            $"Embedding:Model is '{model}', but there is no folder '{folder}'. Shipped models here: {have}. "
            + "Name one of them or the path of a sentence-transformers folder, or set Embedding:Model empty for lexical retrieval only.",
            folder);
    }
}
