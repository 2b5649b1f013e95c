using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>Thumbs that are not sent, or thought better of.</summary>
public sealed class FeedbackTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Feedback = "**/v1/feedback";

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Keeps_a_correction_that_could_not_be_sent()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator answer = await page.AskAsync("What is the weight of the KX-200?");
        await page.Page.RouteAsync(Feedback, route => route.AbortAsync());
        ILocator down = answer.GetByRole(AriaRole.Button, new() { Name = "This answer is wrong" });
        ILocator correction = answer.GetByLabel("What would have been right?");
        await down.ClickAsync();
        await correction.FillAsync("Without the motor.");

        await answer.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(answer.Locator(".outcome")).ToContainTextAsync("Not sent. The service cannot be reached.");
        await down.ClickAsync();
        await Expect(correction).ToHaveValueAsync("Without the motor.");
        await page.Page.UnrouteAsync(Feedback);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(answer.Locator(".outcome")).ToHaveTextAsync("Thank you.");
        await Expect(down).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(down).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Can_be_left_without_rating()
    {
        int sent = 0;
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator answer = await page.AskAsync("What is the weight of the KX-200?");
        page.Page.Request += (_, request) => sent += request.Url.EndsWith("/v1/feedback", StringComparison.Ordinal) ? 1 : 0;
        ILocator down = answer.GetByRole(AriaRole.Button, new() { Name = "This answer is wrong" });

        await down.ClickAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(down).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Escape");

        await Expect(answer.Locator(".correction")).ToHaveCountAsync(0);
        await Expect(down).ToBeFocusedAsync();
        await Expect(down).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(0, sent);
    }
}
