using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>WCAG 2.2 AA by axe-core's rules, in both colour schemes and at phone width.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : IAsyncLifetime
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Breaks_no_rule_of_axe_in_any_state(ColorScheme scheme, int width)
    {
        AssistantPage page = await AssistantPage.OpenAsync(
            fixture, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await AssertNoViolationAsync(page.Page, "empty");
        await page.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?");
        await page.AskAsync("What does a KX-200 cost?");
        await page.AskAsync("What is the gear ratio of the gear motor?");
        await page.AskAsync("What is the weight of the KX-200 and of the KX-250?");
        await AssertNoViolationAsync(page.Page, "answers");
        await page.OpenSourceAsync();
        await AssertNoViolationAsync(page.Page, "sheet");
        await page.Page.Keyboard.PressAsync("Escape");

        ILocator sheets = page.Page.GetByRole(AriaRole.Button, new() { Name = "Sheets", Exact = true });
        if (await sheets.GetAttributeAsync("aria-expanded") == "false")
        {
            await sheets.ClickAsync();
        }

        await page.Page.Locator(".documents summary").First.ClickAsync();
        await AssertNoViolationAsync(page.Page, "sheets");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Key set" }).ClickAsync();
        await AssertNoViolationAsync(page.Page, "key");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(375)]
    public async Task Needs_no_scrolling_sideways_at_phone_width(int width)
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture, options: new() { ViewportSize = new() { Width = width, Height = 640 } });
        await page.AskAsync("What is the weight of the KX-200 and of the KX-250?");

        Assert.Equal(width, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sheets", Exact = true }).ClickAsync();
        await page.Page.Locator(".documents summary").First.ClickAsync();
        Assert.Equal(width, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Expect(page.Question).Not.ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator(".sheet[open] canvas")).ToBeVisibleAsync();
    }

    internal static async Task AssertNoViolationAsync(IPage page, string state)
    {
        AxeResult result = await page.RunAxe(Rules);
        string[] violations =
        [
            .. result.Violations.Select(violation =>
                $"{state}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
        ];
        Assert.True(violations.Length == 0, string.Join(" ", violations));
    }
}
