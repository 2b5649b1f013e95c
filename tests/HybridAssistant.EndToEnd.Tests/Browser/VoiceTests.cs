using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>Who words an answer: chosen where there is a choice, and said.</summary>
public sealed partial class VoiceTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Voices =
        """{"models":[{"name":"qwen3-4b","kind":"local","isDefault":true}],"voices":[{"name":"friendly","description":"Short and warm"}]}""";

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Offers_no_voice_while_there_are_none()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);

        await page.AskAsync("What is the weight of the KX-200?");

        await Expect(page.Page.GetByLabel("Voice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Asks_with_the_chosen_voice_and_says_which_model_and_voice_spoke()
    {
        string? sent = null;
        IPage tab = await fixture.Browser.OpenTabAsync();
        await tab.RouteAsync("**/v1/voices", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Voices }));
        await tab.RouteAsync("**/v1/chat", async route =>
        {
            sent = route.Request.PostData;
            // The service has no voices yet: it would refuse one.
            IAPIResponse answer = await route.FetchAsync(new() { PostData = System.Text.Encoding.UTF8.GetBytes(Voice().Replace(sent!, "")) });
            string spoken = Served().Replace(await answer.TextAsync(), "\"served\":{\"variant\":\"voice\",\"model\":\"qwen3-4b\",\"adapter\":\"friendly\"");
            await route.FulfillAsync(new() { Response = answer, Body = spoken });
        });
        await tab.AddInitScriptAsync($"sessionStorage.setItem('hybrid-assistant.key', '{BrowserFixture.Key}')");
        await tab.GotoAsync(fixture.Service.Client.BaseAddress!.ToString());
        var page = new AssistantPage(tab);

        await tab.GetByLabel("Voice").SelectOptionAsync("friendly");
        ILocator answer = await page.AskAsync("What is the weight of the KX-200?");

        Assert.Contains("\"voice\":\"friendly\"", sent, StringComparison.Ordinal);
        await Expect(answer.Locator(".served")).ToContainTextAsync("Worded by qwen3-4b, voice friendly");
        await AccessibilityTests.AssertNoViolationAsync(tab, "voices");
    }

    [GeneratedRegex(",\"voice\":\"friendly\"")]
    private static partial Regex Voice();

    [GeneratedRegex("\"served\":\\{\"variant\":\"composer\",\"model\":null,\"adapter\":null")]
    private static partial Regex Served();
}
