using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>What people type and how often they click.</summary>
public sealed class QuestionTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure of the KX-250 at 120 °C?";

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Says_that_a_question_is_too_long_and_keeps_all_of_it()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        // Two bytes a letter: 8,192 of them are 4,096 letters.
        string tooLong = new('ä', 4097);

        await page.TypeAsync(tooLong);

        await Expect(page.Page.Locator(".size")).ToHaveTextAsync("Too long: 8,194 of 8,192 bytes. Shorten it, then ask.");
        await Expect(page.Question).ToHaveValueAsync(tooLong);
        await Expect(page.Question).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Page.Locator(".turn")).ToHaveCountAsync(0);
        await AccessibilityTests.AssertNoViolationAsync(page.Page, "too long");
        await page.AskAsync(tooLong[..4096]);
        await Expect(page.Page.Locator(".size")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Takes_several_lines_signs_and_right_to_left_writing_as_they_are()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);

        ILocator answer = await page.AskAsync("Hello 👩‍🔧\n\nWhat is the weight of the KX-200?\n<b>Thanks</b>");
        await Expect(answer.Locator(".text")).ToContainTextAsync("kg");
        await page.AskAsync("ما هو وزن KX-200؟");

        Assert.Equal("rtl", await page.LastTurn.Locator(".question").EvaluateAsync<string>("element => getComputedStyle(element).direction"));
        await Expect(page.Page.Locator(".turn b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_double_click_asks_once_and_does_not_stop_the_answer()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.Question.FillAsync(Question);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).DblClickAsync();

        await Expect(page.LastAnswer.Locator(".text")).ToContainTextAsync("12 bar");
        await Expect(page.Page.Locator(".turn")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator(".failure")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_double_click_on_a_choice_asks_once()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator asked = await page.AskAsync("What is the gear ratio of the gear motor?");

        await asked.Locator(".choice").First.EvaluateAsync("choice => { choice.click(); choice.click(); }");

        await page.Page.Locator(".turn").Nth(1).Locator(".served").WaitForAsync();
        await Expect(page.Page.Locator(".turn")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Keeps_what_is_being_typed_while_an_answer_comes_in()
    {
        await using HeldService held = await HeldService.StartAsync(fixture.Service.Client);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, held.Address);
        await page.TypeAsync(Question);
        await page.LastAnswer.Locator(".chip").WaitForAsync();

        await page.TypeAsync("And its weight?");
        held.Release();

        await page.LastAnswer.Locator(".served").WaitForAsync();
        await Expect(page.Question).ToHaveValueAsync("And its weight?");
        await Expect(page.Page.Locator(".turn")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_the_reader_along_to_the_end_of_an_answer_unless_they_scrolled_away(bool away)
    {
        await using HeldService held = await HeldService.StartAsync(fixture.Service.Client);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, held.Address, new() { ViewportSize = new() { Width = 700, Height = 500 } });
        // A long question, so that its answer begins below the window's end.
        await page.TypeAsync("Dear all,\n\n\n\n\n\n\n\n\n\n\n" + Question);
        await page.LastAnswer.Locator(".chip").WaitForAsync();
        await Expect(page.LastAnswer.Locator(".chip")).ToBeInViewportAsync();
        if (away)
        {
            await page.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
        }

        held.Release();

        await page.LastAnswer.Locator(".served").WaitForAsync();
        await Expect(page.Question).ToBeVisibleAsync();
        if (away)
        {
            Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => window.scrollY"));
        }
        else
        {
            await Expect(page.LastAnswer.Locator(".served")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Tells_a_screen_reader_the_answer_once()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.Page.EvaluateAsync(
            """
            () => {
              window.said = [];
              const status = document.querySelector("#ask > [role=status]");
              new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
            }
            """);

        string answer = await (await page.AskAsync(Question)).Locator(".text").InnerTextAsync();

        Assert.Equal(["Looking it up.", answer], await page.Page.EvaluateAsync<string[]>("() => window.said"));
    }
}
