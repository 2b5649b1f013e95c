using System.Collections.Immutable;
using System.IO.Enumeration;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Finds the PDFs under the given paths, and what of the index they concern.</summary>
internal sealed class SourceFinder(DocumentStore store)
{
    /// <summary>Finds the PDFs under paths, in order of their names.</summary>
    /// <exception cref="IngestionPathException">A path is missing, unreadable or holds no PDF.</exception>
    public ImmutableArray<SourceFile> Find(IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(FindUnder).Distinct().OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Compares what was found with what is indexed.</summary>
    public IngestionPlan Plan(IReadOnlyList<string> paths, ImmutableArray<SourceFile> found, IReadOnlyList<IndexedDocument> indexed)
    {
        var origins = indexed.ToDictionary(document => document.Document, document => document.Origin, StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var setAside = ImmutableArray.CreateBuilder<IngestionResult>();
        foreach (IGrouping<string, SourceFile> sameName in found.GroupBy(file => file.Document, StringComparer.Ordinal))
        {
            string owner = Owner(sameName, origins.GetValueOrDefault(sameName.Key));
            foreach (SourceFile file in sameName)
            {
                if (file.Path == owner)
                {
                    files.Add(file);
                }
                else
                {
                    setAside.Add(new IngestionResult(file.Document, file.Path, IngestionOutcome.SetAside)
                    {
                        Reason = $"'{file.Path}' has the name of a document that came from '{owner}'. "
                            + $"Rename one of the two, or run 'hybrid documents remove {file.Document}' first.",
                    });
                }
            }
        }

        string[] roots = [.. paths.Select(Path.GetFullPath).Where(Directory.Exists)];
        var present = found.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<IndexedDocument> gone = [.. indexed.Where(document =>
            roots.Any(root => IsUnder(document.Origin, root)) && !present.Contains(document.Origin)
            && !files.Any(file => file.Document == document.Document))];
        return new IngestionPlan(files.ToImmutable(), setAside.ToImmutable(), gone);
    }

    // The file that the index has the name from keeps it, unless it is gone: then the sheet has moved.
    private string Owner(IEnumerable<SourceFile> sameName, string? origin)
    {
        bool isHeld = origin is not null && origin != store.PathOf(sameName.First().Document)
            && (origin == IngestionPipeline.UploadOrigin || File.Exists(origin));
        return isHeld ? origin! : sameName.First().Path;
    }

    private IEnumerable<SourceFile> FindUnder(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
        {
            return IsPdf(full)
                ? [new SourceFile(full)]
                : throw new IngestionPathException(path, $"'{path}' is no PDF: its name does not end in '.pdf'.");
        }

        if (!Directory.Exists(full))
        {
            throw new IngestionPathException(path, $"There is no file or folder '{path}'.");
        }

        SourceFile[] found;
        try
        {
            found = [.. Enumerate(full)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IngestionPathException(path, $"'{path}' cannot be read: {exception.Message}");
        }

        return found.Length > 0 ? found : throw new IngestionPathException(path, $"There is no PDF in '{path}' or its folders.");
    }

    private FileSystemEnumerable<SourceFile> Enumerate(string root)
    {
        bool isInStore = IsUnder(root, store.Folder) || root == store.Folder;
        return new FileSystemEnumerable<SourceFile>(
            root,
            (ref FileSystemEntry entry) => new SourceFile(entry.ToFullPath()),
            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsPdf(entry.FileName),
            // Linked folders may lead in circles; the store's own copies are not sources.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0 && (isInStore || entry.ToFullPath() != store.Folder),
        };
    }

    private static bool IsPdf(ReadOnlySpan<char> path) => path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnder(string path, string root) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
