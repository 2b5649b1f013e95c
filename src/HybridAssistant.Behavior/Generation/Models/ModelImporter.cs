using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Peft;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>
/// Brings models and adapters into the user's folder: checked first, written beside their place, checked again, and moved there in
/// one step, so that no one ever sees half a file.
/// </summary>
/// <param name="catalog">The catalog with the user's folder.</param>
public sealed class ModelImporter(ModelCatalog catalog)
{
    private const int CopyBuffer = 1 << 20;

    /// <summary>Imports a model or an adapter.</summary>
    /// <param name="import">What, and as what.</param>
    /// <param name="cancellationToken">Stops the copying; nothing is left behind.</param>
    /// <returns>The imported file.</returns>
    /// <exception cref="ModelFileException">The source cannot be used, its name is taken, or the adapter does not fit its base.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task<CatalogEntry> ImportAsync(ModelImport import, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        string name = NameOf(import);
        Func<Stream, CancellationToken, Task> write = Prepare(import);
        Directory.CreateDirectory(catalog.Folder);
        string place = Path.Combine(catalog.Folder, name + ModelCatalog.Extension);
        string draft = Path.Combine(catalog.Folder, $".{name}.importing");
        // Outside of the try: where another import of this name is at work, its draft is not ours to delete.
        FileStream stream = new(draft, FileMode.Create, FileAccess.Write, FileShare.None, CopyBuffer, FileOptions.Asynchronous);
        try
        {
            await using (stream)
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            Check(draft, import.Base);
            File.Move(draft, place, import.Replace);
        }
        finally
        {
            File.Delete(draft);
        }

        return ModelCatalog.Inspect(name, place);
    }

    private string NameOf(ModelImport import)
    {
        string source = Path.TrimEndingDirectorySeparator(Path.GetFullPath(import.Source));
        string name = import.Name ?? (Directory.Exists(source) ? Path.GetFileName(source) : Path.GetFileNameWithoutExtension(source));
        if (!ModelName.IsValid(name))
        {
            throw new ModelFileException(
                import.Source,
                ModelFileFault.Invalid,
                $"'{name}' is no name for a model ({ModelName.Rule}). Give it another one.");
        }

        string? taken = catalog.FindOwn(name);
        string place = Path.Combine(catalog.Folder, name + ModelCatalog.Extension);
        return taken is null || (import.Replace && taken == place)
            ? name
            : throw new ModelFileException(
                import.Source,
                ModelFileFault.Invalid,
                $"there is a model '{name}' already ('{taken}'). Give it another name, or replace that one.");
    }

    private static Func<Stream, CancellationToken, Task> Prepare(ModelImport import)
    {
        if (Directory.Exists(import.Source))
        {
            BaseModel model = import.Base ?? throw new ModelFileException(
                import.Source,
                ModelFileFault.Unsupported,
                "a PEFT folder does not say how its base is laid out. Name the base that it was trained on.");
            return (target, _) =>
            {
                PeftAdapterConverter.Convert(import.Source, model, target);
                return Task.CompletedTask;
            };
        }

        CatalogEntry entry = ModelCatalog.Inspect("", import.Source);
        if (entry.Fault is not null)
        {
            throw entry.Fault;
        }

        if (import.Base is null)
        {
            return (target, cancellation) => CopyAsync(import.Source, target, cancellation);
        }

        AdapterModel adapter = entry.Adapter
            ?? throw new ModelFileException(
                import.Source,
                ModelFileFault.Unsupported,
                "it is a base itself, and adapters alone have one. Import it without a base.");
        adapter.CheckFits(import.Base);
        GgufWriter copy = GgufCopy.Prepare(adapter.File, new Dictionary<string, object?> { [BaseFingerprint.Key] = import.Base.Fingerprint });
        return (target, _) =>
        {
            copy.Write(target);
            return Task.CompletedTask;
        };
    }

    private static async Task CopyAsync(string source, Stream target, CancellationToken cancellationToken)
    {
        await using FileStream stream = new(
            source,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            CopyBuffer,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        await stream.CopyToAsync(target, CopyBuffer, cancellationToken);
    }

    private static void Check(string draft, BaseModel? model)
    {
        CatalogEntry entry = ModelCatalog.Inspect("", draft);
        if (entry.Fault is not null)
        {
            throw entry.Fault;
        }

        if (model is not null)
        {
            entry.Adapter!.CheckFits(model);
        }
    }
}
