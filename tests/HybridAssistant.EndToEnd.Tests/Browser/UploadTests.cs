using HybridAssistant.EndToEnd.Tests.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The list of sheets and what goes into it, on a service of its own: others read the shared one.</summary>
public sealed class UploadTests(BrowserFixture fixture) : IngestedSheet
{
    public override async ValueTask InitializeAsync()
    {
        await fixture.StartAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task Asks_for_a_key_and_says_fact_by_fact_what_an_upload_changed()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await OpenAsync(service, key: null);
        await EnterKeyAsync(page.Page, BrowserFixture.Key);
        await Expect(page.Page.Locator(".count")).ToHaveTextAsync("1 sheet");

        await ChooseAsync(page.Page, "kx.pdf", Repository.Sheet("centrifugal-pumps/kx-series-rev-b.pdf"));

        ILocator outcome = page.Page.Locator(".uploads li").First;
        await Expect(outcome).ToContainTextAsync("Replaced: 3 pages");
        await Expect(outcome.Locator(".changes li").Filter(new() { HasText = "KX-250 · Max. working pressure at 120 °C: 12 bar → 10 bar, p. 2" }))
            .ToHaveCountAsync(1);
        await AccessibilityTests.AssertNoViolationAsync(page.Page, "change report");
        await page.Page.Locator(".documents summary").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "What changed last" }).ClickAsync();
        await Expect(page.Page.Locator(".documents .changes")).ToContainTextAsync("12 bar → 10 bar, p. 2");
        await Expect(await page.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?")).ToContainTextAsync("10 bar");
    }

    [Fact]
    public async Task Says_why_a_file_is_not_taken_and_takes_the_next()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await OpenAsync(service, BrowserFixture.Key);

        await page.Page.GetByLabel("Add or replace sheets").SetInputFilesAsync(
        [
            new FilePayload { Name = "notes.pdf", MimeType = "application/pdf", Buffer = "no PDF"u8.ToArray() },
            await FileAsync("gm-37.pdf", Repository.Sheet("gear-motors/gm-37.pdf")),
        ]);

        await Expect(page.Page.Locator(".uploads .failed")).ToContainTextAsync("'notes.pdf' was set aside");
        await Expect(page.Page.Locator(".uploads li").Filter(new() { HasText = "gm-37.pdf" })).ToContainTextAsync("Added: 1 page");
        await Expect(page.Page.Locator(".count")).ToHaveTextAsync("2 sheets");
    }

    [Fact]
    public async Task Says_that_a_file_is_too_large_before_it_is_sent()
    {
        await using RunningService service = await RunningService.StartAsync(
            Workspace, ("HYBRID__Api__Keys__0", BrowserFixture.Key), ("HYBRID__Api__MaxUploadBytes", "1048576"));
        AssistantPage page = await OpenAsync(service, BrowserFixture.Key);
        await Expect(page.Page.Locator(".count")).ToHaveTextAsync("1 sheet");

        await page.Page.GetByLabel("Add or replace sheets").SetInputFilesAsync(
            new FilePayload { Name = "large.pdf", MimeType = "application/pdf", Buffer = new byte[2 * 1048576] });

        await Expect(page.Page.Locator(".uploads .failed"))
            .ToContainTextAsync("It is larger than this service takes: 2.0 MiB, at most 1.0 MiB (Api:MaxUploadBytes).");
    }

    [Fact]
    public async Task Says_that_a_key_is_not_known_and_keeps_none()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await OpenAsync(service, key: null);

        await EnterKeyAsync(page.Page, "a-key-that-nobody-gave-out");
        await Expect(page.Page.Locator("dialog.key")).ToContainTextAsync("The service does not know this key.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.Page.Locator(".count")).ToContainTextAsync("The list cannot be read. The service needs a key. Press “Key” at the top and enter one.");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Key", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await EnterKeyAsync(page.Page, BrowserFixture.Key);
        await Expect(page.Page.Locator(".count")).ToHaveTextAsync("1 sheet");
    }

    [Fact]
    public async Task Takes_a_sheet_that_is_dropped()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await OpenAsync(service, BrowserFixture.Key);
        byte[] pdf = await File.ReadAllBytesAsync(Repository.Sheet("gear-motors/gm-37.pdf"), Cancellation);
        IJSHandle dropped = await page.Page.EvaluateHandleAsync(
            """
            base64 => {
              const transfer = new DataTransfer();
              const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
              transfer.items.add(new File([bytes], "gm-37.pdf", { type: "application/pdf" }));
              return transfer;
            }
            """,
            Convert.ToBase64String(pdf));

        await page.Page.Locator(".drop").DispatchEventAsync("drop", new { dataTransfer = dropped });

        await Expect(page.Page.Locator(".uploads li").First).ToContainTextAsync("Added: 1 page");
    }

    private Task<RunningService> StartAsync() => RunningService.StartAsync(Workspace, ("HYBRID__Api__Keys__0", BrowserFixture.Key));

    private Task<AssistantPage> OpenAsync(RunningService service, string? key) => AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: key);

    private static async Task EnterKeyAsync(IPage page, string key)
    {
        await page.Locator("dialog.key input").FillAsync(key);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ChooseAsync(IPage page, string name, string path) =>
        await page.GetByLabel("Add or replace sheets").SetInputFilesAsync(await FileAsync(name, path));

    private static async Task<FilePayload> FileAsync(string name, string path) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = await File.ReadAllBytesAsync(path, Cancellation),
    };
}
