using HybridAssistant.EndToEnd.Tests.Browser;
using HybridAssistant.EndToEnd.Tests.Service;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>One browser, one service over a few sheets and one foreign page, which the browser tests share; started by the first that asks.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    /// <summary>The key that may upload.</summary>
    public const string Key = "a-key-of-some-length";

    /// <summary>The origin of another page that may call the service.</summary>
    public static readonly Uri OtherOrigin = new("https://other.example");

    private readonly SemaphoreSlim _starting = new(1, 1);
    private Workspace? _workspace;
    private ChromiumBrowser? _browser;
    private RunningService? _service;
    private RunningDesk? _desk;

    internal ChromiumBrowser Browser => _browser!;

    internal RunningService Service => _service!;

    internal RunningDesk Desk => _desk!;

    internal Workspace Workspace => _workspace!;

    /// <summary>Starts what is not running yet; skips the test where there is no browser.</summary>
    public async Task StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _browser ??= await ChromiumBrowser.StartAsync();
            if (_service is null)
            {
                _workspace = Workspace.WithRevisionA();
                _workspace.PutSheet("gear-motors/gm-37.pdf", "gm-37.pdf");
                await _workspace.IngestAsync();
                Uri origin = RunningDesk.ChooseOrigin();
                _service = await RunningService.StartAsync(
                    _workspace,
                    ("HYBRID__Api__Keys__0", Key),
                    ("HYBRID__Api__Origins__0", origin.GetLeftPart(UriPartial.Authority)),
                    ("HYBRID__Api__Origins__1", OtherOrigin.GetLeftPart(UriPartial.Authority)));
                _desk = await RunningDesk.StartAsync(origin, _service.Client.BaseAddress!, Key);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
        }

        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _workspace?.Dispose();
        _starting.Dispose();
    }
}
