using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using HybridAssistant.Documents.Tests.Robustness;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>Uploads that cannot be taken: each says why, and nothing of it is kept.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string Key = "a-key-of-some-length";
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly byte[] Sheet = File.ReadAllBytes(Repository.Sheet("gear-motors/gm-37.pdf"));

    private readonly Workspace _workspace = Workspace.WithRevisionA();

    // Waits for the service's word before it sends a body: one that is refused unread may be answered by a reset connection.
    private readonly HttpClient _client = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(5) })
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key), ExpectContinue = true },
    };

    private RunningService _service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Temporary => _workspace.PathOf("tmp");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Temporary);
        await _workspace.IngestAsync();
        _service = await RunningService.StartAsync(
            _workspace,
            ("HYBRID__Api__Keys__0", Key),
            ("HYBRID__Api__MaxUploadBytes", "16777216"),
            ("HYBRID__Documents__Limits__MaxMemoryMiB", "200"),
            ("TMPDIR", Temporary),
            ("DOTNET_EnableDiagnostics", "0"));
        _client.BaseAddress = _service.Client.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Says_why_and_keeps_nothing()
    {
        string[] before = await KeptAsync();
        byte[] large = new byte[MaxBytes + 1];
        Sheet.CopyTo(large, 0);

        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "no PDF", Raw("a.pdf", "no PDF"u8.ToArray()), "a.pdf");
        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "no PDF in a form", Form(("a.pdf", "no PDF"u8.ToArray())), "a.pdf");
        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "half a PDF", Raw("a.pdf", Sheet[..(Sheet.Length / 3)]), "a.pdf");
        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "a bomb", Raw("a.pdf", HostilePdf.DecompressionBomb(400)), "a.pdf");
        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "a bomb in a form", Form(("a.pdf", HostilePdf.NestedArrays(400_000))), "a.pdf");
        await RefusesAsync(HttpStatusCode.RequestEntityTooLarge, "too large", Raw("a.pdf", large), "Api:MaxUploadBytes");
        await RefusesAsync(HttpStatusCode.RequestEntityTooLarge, "too large without a length", Chunked("a.pdf", large), "Api:MaxUploadBytes");
        await RefusesAsync(HttpStatusCode.RequestEntityTooLarge, "too large in a form", Form(("a.pdf", large)), "Api:MaxUploadBytes");
        foreach (string name in (string[])["../../a.pdf", "/etc/a.pdf", "..\\a.pdf", ".a.pdf", new string('电', 100) + ".pdf"])
        {
            await RefusesAsync(HttpStatusCode.UnprocessableEntity, name, Raw(name, Sheet), "name");
            await RefusesAsync(HttpStatusCode.UnprocessableEntity, name + " in a form", Form((name, Sheet)), "name");
        }

        await RefusesAsync(HttpStatusCode.UnprocessableEntity, "a folder", Raw("a.pdf/", Sheet), "'.pdf'");
        await RefusesAsync(HttpStatusCode.BadRequest, "nothing", Raw("a.pdf", []), "Send one PDF");
        await RefusesAsync(HttpStatusCode.BadRequest, "no name", new HttpRequestMessage(HttpMethod.Post, "/v1/documents") { Content = new ByteArrayContent(Sheet) }, "Send one PDF");
        await RefusesAsync(HttpStatusCode.BadRequest, "two files", Form(("a.pdf", Sheet), ("b.pdf", Sheet)), "Send one PDF");
        await RefusesAsync(HttpStatusCode.BadRequest, "a form without a boundary", Typed("multipart/form-data", Sheet), "form");
        await RefusesAsync(HttpStatusCode.BadRequest, "a form that ends early", Typed("multipart/form-data; boundary=x", HalfForm()), "form");
        await RefusesAsync(HttpStatusCode.UnsupportedMediaType, "fields only", Typed("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(new string('k', 100_000))), "multipart/form-data");

        Assert.Equal(before, await KeptAsync());
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Keeps_nothing_of_a_client_that_goes_in_the_middle(string contentType)
    {
        string[] before = await KeptAsync();
        byte[] part = contentType[0] == 'a' ? Sheet[..^10] : HalfForm();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_client.BaseAddress!.Host, _client.BaseAddress.Port, Cancellation);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /v1/documents?name=a.pdf HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Key}\r\nContent-Type: {contentType}\r\nContent-Length: 3000000\r\n\r\n"),
                Cancellation);
            await stream.WriteAsync(part, Cancellation);
            if (contentType[0] == 'm')
            {
                await UntilAsync(() => Directory.GetFiles(Temporary).Length > 0);
            }
        }

        await UntilAsync(() => Directory.GetFiles(Temporary).Length == 0);
        Assert.Equal(before, await KeptAsync());
    }

    [Fact]
    public async Task Two_of_one_name_at_once_leave_one_of_them_whole()
    {
        byte[] other = File.ReadAllBytes(Repository.Sheet("centrifugal-pumps/kx-series-rev-b.pdf"));

        HttpResponseMessage[] responses = await Task.WhenAll(
            _client.SendAsync(Raw("a.pdf", Sheet), Cancellation), _client.SendAsync(Form(("a.pdf", other)), Cancellation));
        byte[] kept = await _client.GetByteArrayAsync("/v1/documents/a.pdf/file", Cancellation);
        CommandOutcome verified = await _workspace.RunAsync("index", "verify");

        Assert.All(responses, response => Assert.True(response.IsSuccessStatusCode));
        Assert.Contains(kept, (byte[][])[Sheet, other]);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Empty(Directory.GetFiles(Path.Combine(_workspace.Data, "documents", ".incoming")));
    }

    private async Task RefusesAsync(HttpStatusCode expected, string what, HttpRequestMessage request, string reason)
    {
        using HttpResponseMessage response = await _client.SendAsync(request, Cancellation);
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(expected == response.StatusCode, $"{what}: {(int)response.StatusCode} {body}");
        string? detail = JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString();
        Assert.True(detail?.Contains(reason, StringComparison.Ordinal), $"{what}: {body}");
    }

    /// <summary>All files of data and temporary folder, the documents of the index and its version.</summary>
    private async Task<string[]> KeptAsync() =>
    [
        .. Directory.EnumerateFiles(_workspace.Data, "*", SearchOption.AllDirectories).Where(path => !path.Contains("index.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        .. Directory.EnumerateFileSystemEntries(Temporary),
        (await _client.GetFromJsonAsync<JsonElement>("/v1/documents", Cancellation)).GetRawText(),
        await _client.GetStringAsync("/healthz/ready", Cancellation),
    ];

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    // Larger than what the server keeps in memory of a form.
    private static byte[] HalfForm() =>
    [
        .. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"u8, .. Sheet, .. new byte[200_000],
    ];

    private static HttpRequestMessage Raw(string name, byte[] pdf) => new(HttpMethod.Post, $"/v1/documents?name={Uri.EscapeDataString(name)}")
    {
        Content = new ByteArrayContent(pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
    };

    private static HttpRequestMessage Chunked(string name, byte[] pdf)
    {
        HttpRequestMessage request = Raw(name, pdf);
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    private static HttpRequestMessage Form(params (string Name, byte[] Pdf)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach ((string name, byte[] pdf) in files)
        {
            form.Add(new ByteArrayContent(pdf), "file", name);
        }

        return new HttpRequestMessage(HttpMethod.Post, "/v1/documents") { Content = form };
    }

    private static HttpRequestMessage Typed(string contentType, byte[] body) => new(HttpMethod.Post, "/v1/documents?name=a.pdf")
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
    };
}
