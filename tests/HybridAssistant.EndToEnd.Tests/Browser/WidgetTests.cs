using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The widget in the sample's ticket page, which lies on another origin and has no key.</summary>
public sealed class WidgetTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure at 120 °C?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Answers_for_the_tickets_product_and_inserts_the_answer_with_its_source_into_the_reply()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        ILocator answer = await ticket.AskAsync(Question);
        await Expect(answer).ToContainTextAsync("12 bar");
        await Expect(ticket.Activity()).ToHaveTextAsync("Assistant: answered.");

        await answer.GetByRole(AriaRole.Button, new() { Name = "Insert into reply" }).ClickAsync();

        await Expect(ticket.Reply()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("KX-250.* 12 bar\\.\n\\(Source: kx\\.pdf, p\\. 2"));
        await Expect(ticket.Reply()).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Opens_a_source_on_the_foreign_page()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        await ticket.AskAsync(Question);

        await ticket.OpenSourceAsync();

        await Expect(ticket.Mark).ToBeInViewportAsync();
        await Expect(ticket.Activity()).ToHaveTextAsync("Opened kx.pdf.");
    }

    [Fact]
    public async Task Tells_the_desk_of_a_rating()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(fixture);
        ILocator answer = await ticket.AskAsync(Question);

        await answer.GetByRole(AriaRole.Button, new() { Name = "This answer helped" }).ClickAsync();

        await Expect(answer.Locator(".outcome")).ToHaveTextAsync("Thank you.");
        await Expect(ticket.Activity()).ToHaveTextAsync("Rated up.");
    }

    [Fact]
    public async Task Keeps_one_token_until_it_ends()
    {
        int asked = 0;
        AssistantPage ticket = await TicketPage.OpenAsync(fixture, prepare: page => page.RouteAsync(TicketPage.TokenAddress, route =>
        {
            asked++;
            return route.ContinueAsync();
        }));

        await ticket.AskAsync(Question);
        await ticket.AskAsync("And its weight?");

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Renews_a_token_that_the_service_says_has_expired()
    {
        string expired = await ExpiredTokenAsync();
        int asked = 0;
        AssistantPage ticket = await TicketPage.OpenAsync(fixture, prepare: page => page.RouteAsync(TicketPage.TokenAddress, route =>
            // The clock of this desk is wrong: it takes the token for a good one.
            asked++ == 0 ? FulfillAsync(route, expired) : route.ContinueAsync()));

        ILocator answer = await ticket.AskAsync(Question);

        await Expect(answer).ToContainTextAsync("12 bar");
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Says_that_a_token_is_for_another_page()
    {
        string foreign = await IssueAsync(BrowserFixture.OtherOrigin, seconds: 900);
        AssistantPage ticket = await TicketPage.OpenAsync(
            fixture, prepare: page => page.RouteAsync(TicketPage.TokenAddress, route => FulfillAsync(route, foreign)));

        await ticket.TypeAsync(Question);

        await Expect(ticket.LastAnswer.Locator(".failure")).ToContainTextAsync("The token is for pages of 'https://other.example'");
    }

    [Fact]
    public async Task Says_when_the_desk_gives_no_token()
    {
        AssistantPage ticket = await TicketPage.OpenAsync(
            fixture, prepare: page => page.RouteAsync(TicketPage.TokenAddress, route => route.FulfillAsync(new() { Status = 401 })));

        await ticket.TypeAsync(Question);

        await Expect(ticket.LastAnswer.Locator(".failure")).ToContainTextAsync("This desk's server gave no token (status 401).");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Breaks_no_rule_of_axe_in_its_page(ColorScheme scheme, int width)
    {
        AssistantPage ticket = await TicketPage.OpenAsync(
            fixture, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await ticket.AskAsync("Who won the football match yesterday?");
        await ticket.AskAsync(Question);

        await AccessibilityTests.AssertNoViolationAsync(ticket.Page, "answers");
        await ticket.OpenSourceAsync();
        await AccessibilityTests.AssertNoViolationAsync(ticket.Page, "sheet");
        Assert.Equal(width, await ticket.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static Task FulfillAsync(IRoute route, string token) => route.FulfillAsync(new()
    {
        ContentType = "application/json",
        Body = JsonSerializer.Serialize(new { token, expiresAt = "2999-01-01T00:00:00Z" }),
    });

    private async Task<string> ExpiredTokenAsync()
    {
        string token = await IssueAsync(fixture.Desk.Origin, seconds: 1);
        HttpStatusCode status;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Origin", fixture.Desk.Origin.GetLeftPart(UriPartial.Authority));
            using HttpResponseMessage response = await fixture.Service.Client.SendAsync(request, Cancellation);
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        return token;
    }

    private async Task<string> IssueAsync(Uri origin, int seconds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tokens")
        {
            Content = JsonContent.Create(new { origin = origin.GetLeftPart(UriPartial.Authority), expiresInSeconds = seconds }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BrowserFixture.Key);
        using HttpResponseMessage response = await fixture.Service.Client.SendAsync(request, Cancellation);
        JsonElement issued = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return issued.GetProperty("token").GetString()!;
    }
}
