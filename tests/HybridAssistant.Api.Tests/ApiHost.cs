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

    private ApiHost(WebApplication app, string folder, StubAnswerer answerer)
    {
        _app = app;
        _folder = folder;
        Answerer = answerer;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public StubAnswerer Answerer { get; }

    public static async Task<ApiHost> StartAsync(params (string Key, string Value)[] settings)
    {
        string folder = Directory.CreateTempSubdirectory("api-").FullName;
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .AddInMemoryCollection([KeyValuePair.Create("Data", (string?)folder), KeyValuePair.Create("Embedding:Model", (string?)"")])
            .Build();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var answerer = new StubAnswerer();
        builder.Services.AddSingleton<IQuestionAnswerer>(answerer);
        builder.Services.AddHybridAssistant(configuration);
        builder.Services.AddHybridApi(configuration);
        WebApplication app = builder.Build();
        app.MapHybridApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiHost(app, folder, answerer);
    }

    public Task<HttpResponseMessage> PostChatAsync(string body, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (accept is not null)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
