using System.IO.Compression;
using System.Xml.Linq;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>A package as it lies in a feed.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>The paths of its files.</summary>
    public IEnumerable<string> Paths => _archive.Entries.Select(entry => Uri.UnescapeDataString(entry.FullName));

    /// <summary>Reads a file.</summary>
    public async Task<byte[]> ReadAsync(string name)
    {
        ZipArchiveEntry entry = _archive.Entries.Single(entry => Uri.UnescapeDataString(entry.FullName) == name);
        await using Stream content = await entry.OpenAsync(TestContext.Current.CancellationToken);
        byte[] bytes = new byte[entry.Length];
        await content.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return bytes;
    }

    /// <summary>What the package says of itself: the elements of its specification by their names.</summary>
    public async Task<ILookup<string, XElement>> ReadSpecificationAsync()
    {
        using var stream = new MemoryStream(await ReadAsync(Paths.Single(path => path.EndsWith(".nuspec", StringComparison.Ordinal))));
        return XDocument.Load(stream).Descendants().ToLookup(element => element.Name.LocalName);
    }

    public void Dispose() => _archive.Dispose();
}
