using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The page in a real browser: asking, the source on its sheet, asking back.</summary>
public sealed class PageTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure of the KX-250 at 120 °C?";

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Answers_with_the_printed_value_its_source_and_who_worded_it()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);

        ILocator answer = await page.AskAsync(Question);

        await Expect(answer).ToContainTextAsync("12 bar");
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Source 1 kx.pdf, p. 2" })).ToBeVisibleAsync();
        await Expect(answer.Locator(".served")).ToContainTextAsync("composer");
        await Expect(page.Page.Locator("#ask > [role=status]")).ToContainTextAsync("12 bar");
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shows_the_source_before_the_text_while_the_answer_streams()
    {
        await using HeldService held = await HeldService.StartAsync(fixture.Service.Client);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, held.Address);

        await page.TypeAsync(Question);
        await Expect(page.LastAnswer.Locator(".chip")).ToContainTextAsync("1 kx.pdf, p. 2");
        string before = await page.LastAnswer.Locator(".text").InnerTextAsync();
        held.Release();

        Assert.DoesNotContain("12 bar", before, StringComparison.Ordinal);
        await Expect(page.LastAnswer.Locator(".text")).ToContainTextAsync("12 bar");
    }

    [Fact]
    public async Task Breaks_no_line_inside_a_products_name_or_a_value()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator answer = await page.AskAsync(Question);
        ILocator text = answer.Locator(".text");

        int[] broken = await text.EvaluateAsync<int[]>(
            """
            text => {
              const widths = Array.from({ length: 300 }, (_, i) => 100 + i);
              const isBroken = (width) => {
                text.style.width = `${width}px`;
                return [...text.querySelectorAll(".whole")].some((printed) => printed.getClientRects().length > 1);
              };
              return widths.filter(isBroken);
            }
            """);

        Assert.Superset(new HashSet<string>(["KX-250", "12 bar"]), new HashSet<string>(await text.Locator(".whole").AllInnerTextsAsync()));
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Draws_the_box_where_the_cell_is_on_the_sheets_page()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync(Question);

        await page.OpenSourceAsync();

        double[] cell = await CellAsync("KX-250", "Max. working pressure at 120 °C");
        LocatorBoundingBoxResult sheet = (await page.Page.Locator(".paper canvas").BoundingBoxAsync())!;
        LocatorBoundingBoxResult mark = (await page.Mark.BoundingBoxAsync())!;
        // A4, as the corpus is printed.
        double scale = sheet.Width / 595.28;
        Assert.Equal(cell[0], (mark.X - sheet.X) / scale, tolerance: 1.0);
        Assert.Equal(cell[1], (mark.Y - sheet.Y) / scale, tolerance: 1.0);
        Assert.Equal(cell[2], (mark.X + mark.Width - sheet.X) / scale, tolerance: 1.0);
        Assert.Equal(cell[3], (mark.Y + mark.Height - sheet.Y) / scale, tolerance: 1.0);
        await Expect(page.Mark).ToBeInViewportAsync();
        await Expect(page.Page.Locator(".place")).ToHaveTextAsync("Page 2 of 3");
    }

    [Fact]
    public async Task Loads_the_program_that_draws_sheets_only_when_a_source_is_opened()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        var loaded = new List<string>();
        page.Page.Request += (_, request) => loaded.Add(request.Url);
        await page.AskAsync(Question);
        bool early = loaded.Exists(url => url.Contains("pdf.min.mjs", StringComparison.Ordinal));

        await page.OpenSourceAsync();

        Assert.False(early);
        Assert.Contains(loaded, url => url.Contains("pdf.min.mjs", StringComparison.Ordinal));
        Assert.All(loaded, url => Assert.StartsWith(fixture.Service.Client.BaseAddress!.ToString(), url.Replace("blob:", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Completes_a_follow_up_from_what_was_said_before()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync(Question);

        ILocator answer = await page.AskAsync("And its weight?");

        await Expect(answer.Locator(".text")).ToContainTextAsync("KX-250");
        await Expect(answer.Locator(".text")).ToContainTextAsync("kg");
    }

    [Fact]
    public async Task Offers_the_choices_of_a_question_asked_back_as_buttons_that_answer_it()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator asked = await page.AskAsync("What is the gear ratio of the gear motor?");
        ILocator choices = asked.Locator(".choices").GetByRole(AriaRole.Button);
        string choice = await choices.First.InnerTextAsync();

        await choices.First.ClickAsync();

        await Expect(page.LastTurn.Locator(".question")).ToHaveTextAsync(choice);
        await Expect(page.LastAnswer.Locator(".text")).ToContainTextAsync(choice);
    }

    [Fact]
    public async Task Says_that_an_answer_broke_off_keeps_what_is_known_and_can_ask_again()
    {
        await using HeldService held = await HeldService.StartAsync(fixture.Service.Client);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, held.Address);
        await page.TypeAsync(Question);
        await page.LastAnswer.Locator(".chip").WaitForAsync();

        held.BreakOff();

        await Expect(page.LastAnswer.Locator(".failure")).ToContainTextAsync("The connection ended before the answer was complete.");
        await Expect(page.LastAnswer.Locator(".chip")).ToBeVisibleAsync();
        await Expect(page.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Says_when_the_service_is_gone()
    {
        HeldService held = await HeldService.StartAsync(fixture.Service.Client);
        AssistantPage page = await AssistantPage.OpenAsync(fixture, held.Address);
        await held.DisposeAsync();

        await page.TypeAsync(Question);

        await Expect(page.LastAnswer.Locator(".failure")).ToContainTextAsync("The service cannot be reached.");
    }

    [Fact]
    public async Task Sends_a_thumb_and_a_correction_with_the_signed_response()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        ILocator answer = await page.AskAsync("How heavy is the KX-400?");

        await answer.GetByRole(AriaRole.Button, new() { Name = "This answer is wrong or does not help" }).ClickAsync();
        await answer.GetByLabel("What would have been right?").FillAsync("Without the motor, please.");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(answer.Locator(".outcome")).ToHaveTextAsync("Thank you.");
        CommandOutcome listed = await fixture.Workspace.RunAsync("feedback", "--json");
        Assert.Contains("Without the motor, please.", listed.Output, StringComparison.Ordinal);
        Assert.Contains("How heavy is the KX-400?", listed.Output, StringComparison.Ordinal);
    }

    private async Task<double[]> CellAsync(string product, string attribute)
    {
        CommandOutcome shown = await fixture.Workspace.RunAsync("documents", "show", "kx.pdf", "--facts", "--json");
        JsonElement fact = shown.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Single(line => line.GetProperty("product").GetString() == product && line.GetProperty("attribute").GetString() == attribute);
        return [.. fact.GetProperty("box").EnumerateArray().Select(number => double.Parse(number.GetRawText(), CultureInfo.InvariantCulture))];
    }
}
