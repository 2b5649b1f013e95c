using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The page without a mouse.</summary>
public sealed class KeyboardTests(BrowserFixture fixture) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Asks_opens_a_source_and_comes_back_by_keyboard_only()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        IKeyboard keyboard = page.Page.Keyboard;
        await Expect(page.Question).ToBeFocusedAsync();
        await keyboard.TypeAsync("What is the maximum working pressure of the KX-250 at 120 °C?");
        await keyboard.PressAsync("Enter");
        await page.LastAnswer.Locator(".served").WaitForAsync();
        ILocator chip = page.LastAnswer.Locator(".chip");

        await page.TabToAsync(chip, AssistantPage.Backwards);
        await keyboard.PressAsync("Enter");
        await page.Mark.WaitForAsync();
        await page.TabToAsync(page.Page.GetByRole(AriaRole.Button, new() { Name = "Next page" }));
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".place")).ToHaveTextAsync("Page 3 of 3");
        await keyboard.PressAsync("Escape");

        await Expect(page.Page.Locator(".sheet[open]")).ToHaveCountAsync(0);
        await Expect(chip).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Starts_a_line_with_shift_and_enter()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);

        await page.Question.PressSequentiallyAsync("one");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.Question.PressSequentiallyAsync("two");

        await Expect(page.Question).ToHaveValueAsync("one\ntwo");
        await Expect(page.Page.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Shows_where_the_focus_is_on_everything_that_takes_it()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync("What is the weight of the KX-200?");
        await page.Page.GetByText("kx.pdf").Last.WaitForAsync();

        for (int stop = 0; stop < 14; stop++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            string width = await page.Page.EvaluateAsync<string>(
                "() => document.activeElement === document.body ? '3px' : getComputedStyle(document.activeElement).outlineWidth");
            Assert.Equal("3px", width);
        }
    }
}
