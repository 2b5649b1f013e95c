using Microsoft.Playwright;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The machine's Chromium, driven by Playwright; its own browsers need a download that a closed network refuses.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    // A loaded machine is slow, not wrong: the limit only ends what would never come.
    private const float PatienceMilliseconds = 60_000;

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Where the browser is; null where there is none.</summary>
    public static string? ExecutablePath { get; } = FindExecutable();

    /// <summary>Starts the browser; without one the test is skipped, saying what to install.</summary>
    public static async Task<ChromiumBrowser> StartAsync()
    {
        Assert.SkipWhen(ExecutablePath is null, "There is no Chromium. Install Debian's package 'chromium', or name one in CHROMIUM_PATH.");
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new ChromiumBrowser(
            playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Args = Flags, Timeout = PatienceMilliseconds }));
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

    private static string? FindExecutable() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : Places.FirstOrDefault(File.Exists);
}
