using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The widget in its foreign page without a mouse.</summary>
public sealed class WidgetKeyboardTests(BrowserFixture fixture) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Asks_chooses_opens_a_source_rates_and_inserts_by_keyboard_only()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        IKeyboard keyboard = ticket.Page.Keyboard;
        // The ticket's product leaves nothing to choose from.
        await ticket.Page.EvaluateAsync("() => document.querySelector('hybrid-assistant').removeAttribute('product')");

        // [1] ask, from the top of the page
        await ticket.TabToAsync(ticket.Question);
        await keyboard.TypeAsync("What is the gear ratio of the gear motor?");
        await keyboard.PressAsync("Enter");
        await ticket.LastAnswer.Locator(".served").WaitForAsync();

        // [2] choose one of what is asked back
        ILocator choice = ticket.LastAnswer.Locator(".choice").First;
        string chosen = await choice.InnerTextAsync();
        await ticket.TabToAsync(choice, AssistantPage.Backwards);
        await keyboard.PressAsync("Space");
        await Expect(ticket.LastTurn.Locator(".question")).ToHaveTextAsync(chosen);
        await ticket.LastAnswer.Locator(".served").WaitForAsync();
        await Expect(ticket.Question).ToBeFocusedAsync();

        // [3] open the source, turn around inside it, come back to where it was opened
        ILocator chip = ticket.LastAnswer.Locator(".chip").First;
        await ticket.TabToAsync(chip, AssistantPage.Backwards);
        await keyboard.PressAsync("Enter");
        await ticket.Mark.WaitForAsync();
        await ticket.TabToAsync(ticket.Page.GetByRole(AriaRole.Button, new() { Name = "Larger" }));
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Escape");
        await Expect(ticket.Page.Locator(".sheet[open]")).ToHaveCountAsync(0);
        await Expect(chip).ToBeFocusedAsync();

        // [4] rate
        await ticket.TabToAsync(ticket.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "This answer helped" }));
        await keyboard.PressAsync("Space");
        await Expect(ticket.LastAnswer.Locator(".outcome")).ToHaveTextAsync("Thank you.");

        // [5] take the answer over
        await ticket.TabToAsync(ticket.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "Insert into reply" }), AssistantPage.Backwards);
        await keyboard.PressAsync("Enter");
        await Expect(ticket.Reply()).ToBeFocusedAsync();
        await Expect(ticket.Reply()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"{chosen}.*\\n\\(Source: gm-37\\.pdf"));
    }

    [Fact]
    public async Task Closes_the_sheet_by_its_button_and_returns_to_the_source()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        await ticket.AskAsync("What is the maximum working pressure at 120 °C?");
        await ticket.OpenSourceAsync();

        await ticket.TabToAsync(ticket.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }));
        await ticket.Page.Keyboard.PressAsync("Enter");

        await Expect(ticket.LastAnswer.Locator(".chip")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shows_where_the_focus_is_on_everything_in_it_that_takes_it()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        await ticket.AskAsync("What is the weight of the KX-250?");

        foreach (ILocator stop in await ticket.Page.Locator("hybrid-assistant").Locator("button, textarea, .log").And(ticket.Page.Locator(":visible")).AllAsync())
        {
            await stop.FocusAsync();
            await ticket.Page.Keyboard.PressAsync("Shift");
            Assert.Equal("3px", await stop.EvaluateAsync<string>("element => getComputedStyle(element).outlineWidth"));
        }
    }
}
