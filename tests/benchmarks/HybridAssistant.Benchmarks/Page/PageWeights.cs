using System.Globalization;
using System.Text.RegularExpressions;

namespace HybridAssistant.Benchmarks.Page;

/// <summary>The bytes that come over the wire under gzip.</summary>
internal sealed partial class PageWeights
{
    private const string Widget = "/widget/hybrid-assistant.js";

    private readonly Dictionary<string, int> _page;
    private readonly int _widget;
    private readonly int _viewer;

    private PageWeights(Dictionary<string, int> page, int widget, int viewer) => (_page, _widget, _viewer) = (page, widget, viewer);

    /// <summary>Fetches the page with all that it names, the widget, and the two scripts that draw a sheet.</summary>
    public static async Task<PageWeights> MeasureAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        string html = await client.GetStringAsync("/");
        string viewer = await client.GetStringAsync("/assets/sheet-viewer.js");
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("gzip"));

        var page = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string path in AssetPath().Matches(html).Select(match => match.Value).Prepend("/").Distinct())
        {
            page[path] = await WeighAsync(client, path);
        }

        string folder = PdfFolder().Match(viewer).Value;
        return new PageWeights(
            page, await WeighAsync(client, Widget),
            await WeighAsync(client, $"/assets/{folder}/pdf.min.mjs") + await WeighAsync(client, $"/assets/{folder}/pdf.worker.min.mjs"));
    }

    /// <summary>Checks that the files which the browser asked for were weighed; what it asks of the API is no part of the page.</summary>
    /// <exception cref="InvalidOperationException">One was not: the page's weight would be said too low.</exception>
    public void Check(IEnumerable<Uri> requested)
    {
        string[] unweighed = [.. requested.Select(uri => uri.AbsolutePath)
            .Where(path => path.StartsWith("/assets/", StringComparison.Ordinal) && !_page.ContainsKey(path))
            .Distinct()];
        if (unweighed is not [])
        {
            throw new InvalidOperationException(
                $"The page loads {string.Join(", ", unweighed)}, which index.html does not name; name it there (modulepreload).");
        }
    }

    /// <summary>Writes the weights.</summary>
    public void Write()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page, {_page.Count} files: {_page.Values.Sum():n0} bytes gzipped"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"widget, one file: {_widget:n0} bytes gzipped"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PDF.js, two files when a source is opened: {_viewer:n0} bytes gzipped"));
    }

    private static async Task<int> WeighAsync(HttpClient client, string path) => (await client.GetByteArrayAsync(path)).Length;

    [GeneratedRegex("""(?<=")/assets/[^"]+(?=")""")]
    private static partial Regex AssetPath();

    [GeneratedRegex(@"pdfjs-[\d.]+\d")]
    private static partial Regex PdfFolder();
}
