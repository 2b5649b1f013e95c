using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Api.Tests;

/// <summary>The service on a free port of the loopback interface, over an empty index in a folder of its own.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private readonly RecordedLog _log;

    private ApiHost(WebApplication app, string folder, StubAnswerer answerer, RecordedLog log)
    {
        _log = log;
        _app = app;
        _folder = folder;
        Answerer = answerer;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public StubAnswerer Answerer { get; }

    /// <summary>All that was logged, with exceptions.</summary>
    public string Log => _log.Text;

    /// <summary>A service of the host.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static Task<ApiHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(TimeProvider.System, settings);

    public static Task<ApiHost> StartAsync(TimeProvider time, params (string Key, string Value)[] settings) => StartAsync(time, null, settings);

    /// <summary>Starts it with services of the test in place of its own.</summary>
    public static async Task<ApiHost> StartAsync(TimeProvider time, Action<IServiceCollection>? register, params (string Key, string Value)[] settings)
    {
        string folder = Directory.CreateTempSubdirectory("api-").FullName;
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Data", (string?)folder), KeyValuePair.Create("Embedding:Model", (string?)"")])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new RecordedLog();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter<RecordedLog>(null, LogLevel.Information);
        var answerer = new StubAnswerer();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IQuestionAnswerer>(answerer);
        register?.Invoke(builder.Services);
        builder.Services.AddHybridAssistant(configuration);
        builder.Services.AddHybridApi(builder.Configuration);
        WebApplication app = builder.Build();
        app.MapHybridApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiHost(app, folder, answerer, log);
    }

    public Task<HttpResponseMessage> PostChatAsync(string body, string? accept = null)
    {
        HttpRequestMessage request = Request(HttpMethod.Post, "/v1/chat", body);
        if (accept is not null)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        return SendAsync(request);
    }

    /// <summary>Sends a request with the headers that tell who asks and from which page.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body = null, string? bearer = null, string? origin = null, string? site = null)
    {
        HttpRequestMessage request = Request(method, path, body);
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return SendAsync(request);
    }

    /// <summary>Calls a tool of the MCP server.</summary>
    /// <returns>The response's body.</returns>
    public async Task<string> CallToolAsync(string tool, string arguments)
    {
        HttpRequestMessage request = Request(
            HttpMethod.Post, "/mcp", $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using HttpResponseMessage response = await SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Client.SendAsync(request, TestContext.Current.CancellationToken);

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body) => new(method, path)
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
    };

    /// <summary>Ends it as a host does, with everything it has begun.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
