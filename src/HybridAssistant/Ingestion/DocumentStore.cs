using System.Security.Cryptography;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.FrontMatter;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>
/// The folder with a copy of each indexed PDF. A copy is staged before its content is committed to the index and put in
/// its place after, so that a kill in between leaves something that <see cref="RecoverAsync"/> can finish.
/// </summary>
public sealed class DocumentStore
{
    private const string StagingFolder = ".incoming";

    private readonly string _folder;

    /// <summary>A store in a folder, which is made where it is missing.</summary>
    public DocumentStore(string folder)
    {
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <summary>Where the PDF of a document lies, whether it exists or not.</summary>
    /// <exception cref="ArgumentException">The name has folders in it.</exception>
    public string PathOf(string document)
    {
        if (document.Length == 0 || document != Path.GetFileName(document) || document is "." or "..")
        {
            throw new ArgumentException($"'{document}' is no file name.", nameof(document));
        }

        return Path.Combine(_folder, document);
    }

    /// <summary>Names the documents of the index whose PDF is missing here or is another one.</summary>
    /// <returns>One sentence a fault; empty: none.</returns>
    public async Task<IReadOnlyList<string>> VerifyAsync(IKnowledgeIndex index, CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        foreach (IndexedDocument document in await index.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            string path = PathOf(document.Document);
            if (!File.Exists(path))
            {
                faults.Add($"The PDF of '{document.Document}' is missing: '{path}'. Ingest it again from '{document.Origin}'.");
            }
            else if (await HashAsync(path, cancellationToken).ConfigureAwait(false) != document.ContentHash)
            {
                faults.Add($"The PDF '{path}' is not the one that was indexed. Ingest '{document.Origin}' again.");
            }
        }

        return faults;
    }

    /// <summary>SHA-256 of a file, as <see cref="SpecSheet.ContentHash"/> has it.</summary>
    internal static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: false);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Writes a PDF aside; null where it lies in its place already.</summary>
    internal async Task<string?> StageAsync(SourcePdf source, CancellationToken cancellationToken)
    {
        string place = PathOf(source.Document);
        if (source.Origin == place || (File.Exists(place) && await HashAsync(place, cancellationToken).ConfigureAwait(false) == source.Hash))
        {
            return null;
        }

        string staging = Path.Combine(_folder, StagingFolder);
        Directory.CreateDirectory(staging);
        string path = Path.Combine(staging, $"{ShortHash(source.Hash)}-{source.Document}");

        // Half a file never has the name of a whole one, which a recovery may put in its place.
        string draft = path + ".part";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1, useAsync: false))
        {
            await file.WriteAsync(source.Pdf, cancellationToken).ConfigureAwait(false);
        }

        File.Move(draft, path, overwrite: true);
        return path;
    }

    /// <summary>Puts a staged PDF and its front matter in their place.</summary>
    internal void Publish(string document, string? staged, string? frontMatter)
    {
        if (staged is not null)
        {
            File.Move(staged, PathOf(document), overwrite: true);
        }

        // Comes last: a kill before it leaves a difference that the next ingest sees.
        if (ReadFrontMatter(document) != frontMatter)
        {
            string path = FrontMatterReader.PathFor(PathOf(document));
            if (frontMatter is null)
            {
                File.Delete(path);
            }
            else
            {
                File.WriteAllText(path, frontMatter);
            }
        }
    }

    /// <summary>The front matter that a document was indexed with; null where there was none.</summary>
    internal string? ReadFrontMatter(string document)
    {
        string path = FrontMatterReader.PathFor(PathOf(document));
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Deletes the copy of a removed document. A PDF that was indexed where it lies is its owner's and stays.</summary>
    internal void Delete(IndexedDocument document)
    {
        string path = PathOf(document.Document);
        if (document.Origin != path)
        {
            File.Delete(path);
            File.Delete(FrontMatterReader.PathFor(path));
        }
    }

    /// <summary>Deletes PDFs that belong to no document, left by a removal that was cut off. Called with the writers' turn held.</summary>
    /// <returns>Their names.</returns>
    internal async Task<IReadOnlyList<string>> PruneAsync(IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        var known = (await index.ListAsync(cancellationToken).ConfigureAwait(false))
            .Select(document => document.Document).ToHashSet(StringComparer.Ordinal);
        string[] orphans = [.. StoredDocuments().Where(name => !known.Contains(name))];
        foreach (string orphan in orphans)
        {
            File.Delete(PathOf(orphan));
            File.Delete(FrontMatterReader.PathFor(PathOf(orphan)));
        }

        return orphans;
    }

    /// <summary>Names of the PDFs that lie here.</summary>
    internal IEnumerable<string> StoredDocuments() => Directory.EnumerateFiles(_folder)
        .Select(path => Path.GetFileName(path))
        .Where(name => name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && name[0] != '.')
        .Order(StringComparer.Ordinal);

    /// <summary>Finishes or drops what an ended process left staged. Called with the writers' turn held.</summary>
    internal async Task RecoverAsync(IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        string staging = Path.Combine(_folder, StagingFolder);
        if (!Directory.Exists(staging))
        {
            return;
        }

        string[] left = Directory.GetFiles(staging);
        if (left.Length == 0)
        {
            return;
        }

        var hashes = (await index.ListAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(document => document.Document, document => document.ContentHash, StringComparer.Ordinal);
        foreach (string path in left)
        {
            string name = Path.GetFileName(path);
            int dash = name.IndexOf('-', StringComparison.Ordinal);
            bool isCommitted = dash > 0 && hashes.TryGetValue(name[(dash + 1)..], out string? hash) && ShortHash(hash) == name[..dash];
            if (isCommitted)
            {
                File.Move(path, PathOf(name[(dash + 1)..]), overwrite: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    // Long enough to tell versions of one name apart, short enough for the longest file names.
    private static string ShortHash(string hash) => hash[..16];
}
