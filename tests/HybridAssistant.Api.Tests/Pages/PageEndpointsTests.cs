using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace HybridAssistant.Api.Tests.Pages;

public sealed partial class PageEndpointsTests
{
    // What a foreign page may be asked to carry, without PDF.js.
    private const int MaxCompressedWidgetBytes = 40 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_the_page_under_a_policy_that_lets_no_text_become_a_script()
    {
        await using ApiHost host = await ApiHost.StartAsync();

        using HttpResponseMessage page = await host.Client.GetAsync("/", Cancellation);

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        string html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineScriptOrStyle(), html);
    }

    [Fact]
    public async Task Serves_each_file_that_the_page_and_its_modules_name()
    {
        await using ApiHost host = await ApiHost.StartAsync();
        string html = await host.Client.GetStringAsync("/", Cancellation);
        string[] named = [.. AssetAddress().Matches(html).Select(match => match.Value).Distinct()];

        foreach (string address in named.Where(address => address.EndsWith(".js", StringComparison.Ordinal)))
        {
            string module = await host.Client.GetStringAsync(address, Cancellation);
            Assert.All(Import().Matches(module), import => Assert.Contains($"/assets/{import.Groups[1].Value}", named));
        }

        foreach (string address in named)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(address, Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task Sends_a_file_again_only_when_it_changed()
    {
        await using ApiHost host = await ApiHost.StartAsync();
        using HttpResponseMessage first = await host.Client.GetAsync("/assets/page.js", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/page.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await host.Client.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Lets_browsers_keep_the_reader_of_PDFs_whose_address_names_its_version()
    {
        await using ApiHost host = await ApiHost.StartAsync();

        using HttpResponseMessage reader = await host.Client.GetAsync("/assets/pdfjs-6.5.438/pdf.min.mjs", Cancellation);

        Assert.Equal("text/javascript", reader.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), reader.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task Serves_the_widget_to_any_page_as_one_script_of_bounded_weight()
    {
        await using ApiHost host = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget/hybrid-assistant.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using HttpResponseMessage widget = await host.Client.SendAsync(request, Cancellation);

        byte[] compressed = await widget.Content.ReadAsByteArrayAsync(Cancellation);
        using var script = new StreamReader(new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress));
        string text = await script.ReadToEndAsync(Cancellation);
        Assert.InRange(compressed.Length, 1, MaxCompressedWidgetBytes);
        Assert.Equal("*", widget.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("customElements.define(\"hybrid-assistant\"", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(ModuleSyntax(), text);
    }

    [Theory]
    [InlineData("/assets/missing.js")]
    [InlineData("/assets/")]
    [InlineData("/assets/pdfjs-6.5.438/README.md")]
    public async Task Knows_no_other_file(string address)
    {
        await using ApiHost host = await ApiHost.StartAsync();

        using HttpResponseMessage missing = await host.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=""")]
    private static partial Regex InlineScriptOrStyle();

    [GeneratedRegex("/assets/[a-z-]+\\.[a-z]+")]
    private static partial Regex AssetAddress();

    [GeneratedRegex("""^import .* from "\./([a-z-]+\.js)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^(import|export) ", RegexOptions.Multiline)]
    private static partial Regex ModuleSyntax();
}
