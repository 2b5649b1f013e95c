using Microsoft.Playwright;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>What a person does on the page, or in the widget: both are the same conversation.</summary>
internal sealed class AssistantPage(IPage page)
{
    /// <summary>The key that goes to the element before.</summary>
    public const string Backwards = "Shift+Tab";

    // More than there are stops on the page.
    private const int MostPresses = 40;

    public IPage Page => page;

    public ILocator Question => page.GetByLabel("Your question");

    public ILocator LastTurn => page.Locator(".turn").Last;

    public ILocator LastAnswer => LastTurn.Locator(".answer");

    public ILocator Mark => page.Locator(".sheet[open] .mark");

    /// <summary>Opens the page of a service, with the key of a person who typed one before.</summary>
    public static async Task<AssistantPage> OpenAsync(
        BrowserFixture fixture, Uri? address = null, BrowserNewContextOptions? options = null, string? key = BrowserFixture.Key)
    {
        Uri place = address ?? fixture.Service.Client.BaseAddress!;
        IPage page = await fixture.Browser.OpenTabAsync(options);
        if (key is not null)
        {
            await page.AddInitScriptAsync($"sessionStorage.setItem('hybrid-assistant.key', '{key}')");
        }

        await page.GotoAsync(place.ToString());
        return new AssistantPage(page);
    }

    /// <summary>Asks by typing and pressing Enter, and does not wait.</summary>
    public async Task TypeAsync(string question)
    {
        await Question.FillAsync(question);
        await Question.PressAsync("Enter");
    }

    /// <summary>Asks, and waits until the answer is whole.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        await TypeAsync(question);
        await LastTurn.GetByText(question, new() { Exact = true }).WaitForAsync();
        await LastAnswer.Locator(".served").WaitForAsync();
        return LastAnswer;
    }

    /// <summary>Opens the first source of the last answer, and waits until its place is marked.</summary>
    public async Task OpenSourceAsync()
    {
        await LastAnswer.Locator(".chip").First.ClickAsync();
        await Mark.WaitForAsync();
    }

    /// <summary>Goes to an element by keyboard, from where the focus is.</summary>
    public async Task TabToAsync(ILocator target, string key = "Tab")
    {
        for (int press = 0; press < MostPresses; press++)
        {
            if (await target.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element"))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{MostPresses} times {key} do not reach {target}.");
    }
}
