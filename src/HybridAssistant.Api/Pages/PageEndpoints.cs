using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HybridAssistant.Api.Pages;

/// <summary>The page at /, its files under /assets, and the widget at /widget/hybrid-assistant.js.</summary>
internal static class PageEndpoints
{
    // Everything comes from this service, nothing is inline: a text of a sheet or an answer cannot become a script.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A worker runs under the policy of its own script: the decoders of scanned pages are WebAssembly.
    private const string WorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    // The files under a folder that names its version never change.
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/", Methods, (HttpContext context, PageAssets assets) =>
        {
            context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return SendAsync(context, assets.Find("index.html"), "no-cache");
        }).ExcludeFromDescription();

        endpoints.MapMethods("/assets/{**path}", Methods, (string? path, HttpContext context, PageAssets assets) =>
        {
            AllowForeignPages(context.Response);
            context.Response.Headers.ContentSecurityPolicy = WorkerPolicy;
            return SendAsync(context, assets.Find($"assets/{path}"), path?.StartsWith("pdfjs-", StringComparison.Ordinal) is true ? Forever : "no-cache");
        }).ExcludeFromDescription();

        endpoints.MapMethods("/widget/hybrid-assistant.js", Methods, (HttpContext context, PageAssets assets) =>
        {
            AllowForeignPages(context.Response);
            return SendAsync(context, assets.Widget, "no-cache");
        }).ExcludeFromDescription();
    }

    // The widget's files are public code: any page may load them. What they ask of /v1 needs a token.
    private static void AllowForeignPages(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static async Task SendAsync(HttpContext context, PageAsset? asset, string cacheControl)
    {
        HttpResponse response = context.Response;
        if (asset is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = asset.EntityTag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Holds(context.Request.Headers.IfNoneMatch, asset.EntityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        bool compress = asset.IsCompressible && Holds(context.Request.Headers.AcceptEncoding, "gzip");
        byte[] body = compress ? asset.Compressed : asset.Content;
        if (compress)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentType = asset.MediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static bool Holds(StringValues header, string value) =>
        header.Any(line => line is not null && line.Contains(value, StringComparison.Ordinal));
}
