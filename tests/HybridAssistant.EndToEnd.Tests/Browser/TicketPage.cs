using Microsoft.Playwright;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>What an agent does on the desk's ticket, with the widget in it.</summary>
internal static class TicketPage
{
    /// <summary>Where the page asks its own server for a token.</summary>
    public const string TokenAddress = "**/assistant-token";

    /// <summary>Opens the ticket; <paramref name="prepare"/> runs before anything is loaded.</summary>
    public static async Task<AssistantPage> OpenAsync(
        BrowserFixture fixture, BrowserNewContextOptions? options = null, Func<IPage, Task>? prepare = null)
    {
        IPage page = await fixture.Browser.OpenTabAsync(options);
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(fixture.Desk.Origin.ToString());
        return new AssistantPage(page);
    }

    public static ILocator Reply(this AssistantPage page) => page.Page.GetByLabel("Reply", new() { Exact = true });

    /// <summary>What the desk made of the last event.</summary>
    public static ILocator Activity(this AssistantPage page) => page.Page.Locator("#activity");
}
