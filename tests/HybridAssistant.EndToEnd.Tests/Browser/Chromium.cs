using Microsoft.Playwright;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The machine's own Chromium: Playwright's browsers need a download that a closed network refuses.</summary>
internal static class Chromium
{
    /// <summary>What to do where there is none.</summary>
    public const string WhereToGetIt = "There is no Chromium. Install Debian's package 'chromium', or name one in CHROMIUM_PATH.";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Where the browser is; null where there is none.</summary>
    public static string? ExecutablePath { get; } = FindExecutable();

    /// <summary>Starts the browser.</summary>
    /// <param name="playwright">What drives it.</param>
    /// <param name="patienceMilliseconds">How long its start may take.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, float patienceMilliseconds) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Args = Flags, Timeout = patienceMilliseconds });

    private static string? FindExecutable() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : Places.FirstOrDefault(File.Exists);
}
