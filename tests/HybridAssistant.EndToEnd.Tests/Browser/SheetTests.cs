using HybridAssistant.EndToEnd.Tests.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The viewer of sheets: what it fetches, and what it says when that does not come.</summary>
public sealed class SheetTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure at 120 °C?";
    private const string Files = "**/file";
    private const int Padding = 8 * 1024 * 1024;

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Fetches_of_a_large_sheet_only_the_parts_that_a_page_needs()
    {
        using var workspace = new Workspace();
        await File.WriteAllBytesAsync(
            Path.Combine(workspace.Sheets, "kx.pdf"),
            await LargeSheet.PadAsync(Repository.Sheet("centrifugal-pumps/kx-series-rev-a.pdf"), Padding),
            TestContext.Current.CancellationToken);
        await workspace.IngestAsync();
        await using RunningService service = await RunningService.StartAsync(workspace, ("HYBRID__Api__Keys__0", BrowserFixture.Key));
        AssistantPage page = await AssistantPage.OpenAsync(fixture, service.Client.BaseAddress);
        var responses = new List<IResponse>();
        page.Page.Response += (_, response) =>
        {
            if (response.Url.EndsWith("/file", StringComparison.Ordinal))
            {
                responses.Add(response);
            }
        };
        await page.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?");

        await page.OpenSourceAsync();

        await Expect(page.Page.Locator(".place")).ToHaveTextAsync("Page 2 of 3");
        Assert.True(responses.Count > 1);
        Assert.All(responses, response => Assert.Equal(206, response.Status));
        Assert.InRange(responses.Sum(response => long.Parse(response.Headers["content-length"], System.Globalization.CultureInfo.InvariantCulture)), 1, Padding / 4);
    }

    [Fact]
    public async Task Renews_the_token_of_a_foreign_page_for_a_part_that_was_refused()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        await ticket.AskAsync(Question);
        int asked = 0;
        await ticket.Page.RouteAsync(TicketPage.TokenAddress, route =>
        {
            asked++;
            return route.ContinueAsync();
        });
        await ticket.Page.RouteAsync(Files, route => asked == 0 && route.Request.Method == "GET"
            ? route.FulfillAsync(new() { Status = 401, Headers = [new("Access-Control-Allow-Origin", "*")] })
            : route.ContinueAsync());

        await ticket.OpenSourceAsync();

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Says_that_a_sheet_does_not_come_shows_nothing_of_another_and_tries_again()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync("What is the gear ratio of the GM37-19?");
        await page.OpenSourceAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.AskAsync("What is the weight of the KX-200?");
        await page.Page.RouteAsync(Files, route => route.AbortAsync());

        await page.LastAnswer.Locator(".chip").ClickAsync();

        ILocator state = page.Page.Locator(".sheet .state");
        await Expect(state).ToContainTextAsync("The sheet cannot be shown. The service cannot be reached.");
        await Expect(page.Page.Locator(".sheet canvas")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".place")).ToBeEmptyAsync();
        await page.Page.UnrouteAsync(Files);
        await state.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await page.Mark.WaitForAsync();
        await Expect(state).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Says_that_a_sheet_was_replaced_while_it_was_open()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync("What is the weight of the KX-200?");
        // A sheet of which only the first part came, and then another version.
        await page.Page.RouteAsync(Files, async route =>
        {
            if ((await route.Request.AllHeadersAsync()).ContainsKey("if-unmodified-since"))
            {
                await route.FulfillAsync(new() { Status = 412 });
                return;
            }

            IAPIResponse first = await route.FetchAsync();
            byte[] body = await first.BodyAsync();
            await route.FulfillAsync(new()
            {
                Response = first,
                BodyBytes = body,
                Headers = [.. first.Headers.Where(header => header.Key != "content-range"), new("content-range", $"bytes 0-{body.Length - 1}/{Padding}")],
            });
        });

        await page.LastAnswer.Locator(".chip").ClickAsync();

        await Expect(page.Page.Locator(".sheet .state")).ToContainTextAsync("It was replaced since it was opened.");
    }

    [Fact]
    public async Task The_way_back_closes_it_and_leaves_what_was_said()
    {
        AssistantPage page = await AssistantPage.OpenAsync(fixture);
        await page.AskAsync("What is the weight of the KX-200?");
        await page.OpenSourceAsync();

        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator(".sheet[open]")).ToHaveCountAsync(0);
        await Expect(page.LastAnswer.Locator(".chip")).ToBeFocusedAsync();
        await page.OpenSourceAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        // Closed in another way, it leaves no step in the history that does nothing.
        await page.Page.WaitForFunctionAsync("() => history.state === null");
        await page.OpenSourceAsync();
        await page.Page.GoBackAsync();

        await Expect(page.Page.Locator(".sheet[open]")).ToHaveCountAsync(0);
        await Expect(page.LastTurn.Locator(".question")).ToHaveTextAsync("What is the weight of the KX-200?");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hands_the_sheet_to_the_downloads_with_key_or_token(bool foreign)
    {
        AssistantPage page = foreign ? await TicketPage.OpenAsync(fixture) : await AssistantPage.OpenAsync(fixture);
        await page.AskAsync("What is the weight of the KX-250?");
        await page.OpenSourceAsync();

        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());

        Assert.Equal("kx.pdf", download.SuggestedFilename);
        Assert.Equal(
            new FileInfo(Repository.Sheet("centrifugal-pumps/kx-series-rev-a.pdf")).Length,
            new FileInfo(await download.PathAsync()).Length);
    }
}
