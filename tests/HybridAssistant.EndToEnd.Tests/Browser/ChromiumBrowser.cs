using Microsoft.Playwright;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The machine's Chromium, driven by Playwright; its own browsers need a download that a closed network refuses.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    // A loaded machine is slow, not wrong: the limit only ends what would never come.
    private const float PatienceMilliseconds = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts the browser; without one the test is skipped, saying what to install.</summary>
    public static async Task<ChromiumBrowser> StartAsync()
    {
        Assert.SkipWhen(Chromium.ExecutablePath is null, Chromium.WhereToGetIt);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new ChromiumBrowser(playwright, await Chromium.LaunchAsync(playwright, PatienceMilliseconds));
    }

    /// <summary>Opens a tab of its own, with nothing that another test stored.</summary>
    public async Task<IPage> OpenTabAsync(BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
