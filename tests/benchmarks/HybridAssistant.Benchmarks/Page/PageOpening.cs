using System.Collections.Concurrent;
using System.Globalization;
using HybridAssistant.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace HybridAssistant.Benchmarks.Page;

/// <summary>
/// How long the page takes until it can be used, opened again and again in the machine's Chromium with nothing in its cache, and what
/// page, widget and PDF.js weigh. It is to be usable within 1 s.
/// </summary>
internal static class PageOpening
{
    /// <summary>Word on the command line that asks for it.</summary>
    public const string Command = "page";

    private const int Openings = 21;
    private const float PatienceMilliseconds = 60_000;

    // Usable: in a frame that the browser draws, the question's field takes input and its form's handler is there, which shows by
    // its keeping the browser from sending the (empty) form. Milliseconds since the navigation began.
    private const string Watch = """
        globalThis.usable = new Promise((resolve) => {
          const look = () => {
            const field = document.querySelector("textarea");
            const handled = field?.form && !field.form.dispatchEvent(new Event("submit", { cancelable: true }));
            if (handled && !field.disabled && !field.readOnly) {
              resolve(performance.now());
            } else {
              requestAnimationFrame(look);
            }
          };
          requestAnimationFrame(look);
        });
        """;

    /// <summary>Opens, weighs and writes the figures.</summary>
    public static async Task RunAsync()
    {
        if (Chromium.ExecutablePath is null)
        {
            await Console.Error.WriteLineAsync(Chromium.WhereToGetIt);
            Environment.ExitCode = 1;
            return;
        }

        await using SampleService service = await SampleService.StartAsync();
        PageWeights weights = await PageWeights.MeasureAsync(service.Address);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright, PatienceMilliseconds);
        var times = new List<double>();
        for (int i = 0; i < Openings; i++)
        {
            times.Add(await OpenAsync(browser, service.Address, weights));
        }

        double[] sorted = [.. times.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"page, opened {Openings} times: usable after {sorted[Openings / 2]:0} ms (median), {sorted[^1]:0} ms (worst), {times[0]:0} ms (first)"));
        weights.Write();
    }

    private static async Task<double> OpenAsync(IBrowser browser, Uri address, PageWeights weights)
    {
        await using IBrowserContext context = await browser.NewContextAsync();
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.AddInitScriptAsync(Watch);
        IPage page = await context.NewPageAsync();
        var requested = new ConcurrentQueue<Uri>();
        page.Request += (_, request) => requested.Enqueue(new Uri(request.Url));
        await page.GotoAsync(address.ToString());
        double usable = await page.EvaluateAsync<double>("() => usable");

        // What is measured is what a person has: keys that are struck now arrive.
        await page.Keyboard.TypeAsync("KX");
        if (await page.GetByLabel("Your question").InputValueAsync() != "KX")
        {
            throw new InvalidOperationException("The page counted as usable, yet what was typed did not arrive in the question's field.");
        }

        weights.Check(requested);
        return usable;
    }
}
