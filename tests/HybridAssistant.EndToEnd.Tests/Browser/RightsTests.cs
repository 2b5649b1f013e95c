using System.Security.Cryptography;
using System.Text;
using HybridAssistant.EndToEnd.Tests.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The page offers what the key may do, and says which right the rest needs.</summary>
public sealed class RightsTests(BrowserFixture fixture) : IngestedSheet
{
    private static readonly string[] Roles = ["read", "ingest", "admin"];

    public override async ValueTask InitializeAsync()
    {
        await fixture.StartAsync();
        await base.InitializeAsync();
    }

    [Theory]
    [InlineData("read", false, "The key 'the read key' has the right 'read'. Adding or replacing sheets needs a key with the right 'ingest', removing them one with 'admin'.")]
    [InlineData("ingest", true, "The key 'the ingest key' has the right 'ingest'. Removing sheets needs a key with the right 'admin'.")]
    public async Task Names_the_right_that_a_key_lacks_and_does_not_offer_what_needs_it(string role, bool uploads, string notice)
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: KeyOf(role));

        await Expect(page.Page.Locator(".notice")).ToHaveTextAsync(notice);
        await Expect(page.Page.Locator(".drop")).ToBeVisibleAsync(new() { Visible = uploads });
        await page.Page.Locator(".documents summary").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "What changed last" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Remove" })).ToBeHiddenAsync();
        await AccessibilityTests.AssertNoViolationAsync(page.Page, role);
    }

    [Fact]
    public async Task Removes_a_sheet_for_an_administrator_who_confirms_it()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: KeyOf("admin"));
        await page.Page.Locator(".documents summary").ClickAsync();
        ILocator remove = page.Page.Locator(".documents").GetByRole(AriaRole.Button, new() { Name = "Remove" });

        await remove.ClickAsync();
        await AccessibilityTests.AssertNoViolationAsync(page.Page, "confirm");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(remove).ToBeFocusedAsync();
        await remove.ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Expect(page.Page.Locator(".count")).ToHaveTextAsync("kx.pdf was removed. 0 sheets");
        await Expect(page.Page.Locator(".documents li")).ToHaveCountAsync(0);
        await Expect(await page.AskAsync("What is the weight of the KX-200?")).ToHaveAttributeAsync("data-status", "not_found");
    }

    [Fact]
    public async Task Says_why_a_sheet_was_not_removed_when_the_right_was_taken_meanwhile()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: KeyOf("admin"));
        await page.Page.Locator(".documents summary").ClickAsync();
        await Expect(page.Page.Locator(".documents .remove")).ToBeVisibleAsync();
        await page.Page.EvaluateAsync($"() => sessionStorage.setItem('hybrid-assistant.key', '{KeyOf("ingest")}')");

        await page.Page.Locator(".documents .remove").ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Expect(page.Page.Locator(".documents [role=status]"))
            .ToHaveTextAsync("Not removed. This request needs the right 'admin'; the key 'the ingest key' has 'ingest'.");
    }

    [Fact]
    public async Task Says_that_a_service_without_keys_takes_no_sheets_and_how_to_set_one()
    {
        await using RunningService service = await RunningService.StartAsync(Workspace);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: null);

        await Expect(page.Page.Locator(".notice")).ToContainTextAsync("set Api:Keys:0 (HYBRID__Api__Keys__0)");
        await Expect(page.Page.Locator(".drop")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Reads_the_list_again_and_offers_more_with_another_key()
    {
        await using RunningService service = await StartAsync();
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress, key: KeyOf("read"));
        await Expect(page.Page.Locator(".drop")).ToBeHiddenAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Key set" }).ClickAsync();
        await page.Page.Locator("dialog.key input").FillAsync(KeyOf("admin"));
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator(".drop")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".notice")).ToBeEmptyAsync();
    }

    private static string KeyOf(string role) => $"a-long-enough-key-to-{role}";

    private Task<RunningService> StartAsync() => RunningService.StartAsync(Workspace,
    [
        .. Roles.SelectMany((role, place) => new (string, string)[]
        {
            ($"HYBRID__Api__Keys__{place}__Name", $"the {role} key"),
            ($"HYBRID__Api__Keys__{place}__Role", role),
            ($"HYBRID__Api__Keys__{place}__Hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf(role))))),
        }),
    ]);
}
