using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace HybridAssistant.Api.Pages;

/// <summary>
/// The files of the page and the widget. They are part of the assembly, so that they are there however the service is published,
/// packed or embedded; each is read when first asked for.
/// </summary>
internal sealed class PageAssets
{
    // The project file names each embedded file by this prefix and its path under the folder.
    private const string Prefix = "Pages/";

    private static readonly Assembly Assembly = typeof(PageAssets).Assembly;

    private readonly ConcurrentDictionary<string, PageAsset> _assets = new(StringComparer.Ordinal);
    private readonly Lazy<PageAsset> _widget;

    public PageAssets() => _widget = new Lazy<PageAsset>(() => new PageAsset(WidgetScript.Join(ReadText), "text/javascript; charset=utf-8"));

    /// <summary>The widget as one script.</summary>
    public PageAsset Widget => _widget.Value;

    /// <summary>The file at a path such as "assets/page.js"; null where there is none.</summary>
    public PageAsset? Find(string path)
    {
        // Unknown paths are not kept: whoever asks for many would fill the memory.
        if (_assets.TryGetValue(path, out PageAsset? known))
        {
            return known;
        }

        return Read(path) is { } content && MediaTypeOf(path) is { } mediaType
            ? _assets.GetOrAdd(path, new PageAsset(content, mediaType))
            : null;
    }

    private static string? MediaTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".wasm" => "application/wasm",
        ".ttf" => "font/ttf",
        ".pfb" => "application/octet-stream",
        _ => null,
    };

    private static string ReadText(string path)
    {
        using Stream stream = Open(path) ?? throw new InvalidOperationException($"The assembly holds no file '{path}' of the widget.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static byte[]? Read(string path)
    {
        using Stream? stream = Open(path);
        if (stream is null)
        {
            return null;
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return IsOurCode(path) ? Encoding.UTF8.GetBytes(SentCode.Of(Encoding.UTF8.GetString(content))) : content;
    }

    // What others wrote lies in a folder that names its version.
    private static bool IsOurCode(string path) => Path.GetDirectoryName(path) == "assets" && Path.GetExtension(path) is (".js" or ".css");

    private static Stream? Open(string path) => Assembly.GetManifestResourceStream(Prefix + path);
}
