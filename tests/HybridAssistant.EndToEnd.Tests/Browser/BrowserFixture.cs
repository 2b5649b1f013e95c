using HybridAssistant.EndToEnd.Tests.Browser;
using HybridAssistant.EndToEnd.Tests.Service;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>One browser and one service over a few sheets, which the browser tests share; started by the first that asks.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    /// <summary>The key that may upload.</summary>
    public const string Key = "a-key-of-some-length";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private Workspace? _workspace;
    private ChromiumBrowser? _browser;
    private RunningService? _service;

    internal ChromiumBrowser Browser => _browser!;

    internal RunningService Service => _service!;

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
                _service = await RunningService.StartAsync(_workspace, ("HYBRID__Api__Keys__0", Key));
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
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
