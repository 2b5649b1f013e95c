using HybridAssistant.Unanswered;

namespace HybridAssistant.Api.Tests.Unanswered;

public sealed class UnansweredRecorderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_a_question_that_no_sheet_answers_with_the_nearest_sheet()
    {
        await using var host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"));

        using HttpResponseMessage first = await host.PostChatAsync("""{"message":"unknown  price?"}""");
        using HttpResponseMessage again = await host.PostChatAsync("""{"message":"Unknown price?"}""", "text/event-stream");
        _ = await again.Content.ReadAsStringAsync(Cancellation);
        using HttpResponseMessage answered = await host.PostChatAsync("""{"message":"Weight?"}""");

        UnansweredQuestion question = Assert.Single(await host.Get<IUnansweredStore>().ListAsync(Cancellation));
        Assert.Equal("Unknown price?", question.Question);
        Assert.Equal(2, question.Count);
        Assert.Equal(("kx.pdf", 2), (question.NearestDocument, question.NearestPage));
    }

    [Fact]
    public async Task Keeps_nothing_until_told_to()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"unknown price?"}""");

        Assert.Empty(await host.Get<IUnansweredStore>().ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_costs_no_answer()
    {
        await using var host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"), ("Unanswered:Path", "/proc/no-such-folder/unanswered.db"));

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"unknown price?"}""");

        Assert.True(response.IsSuccessStatusCode);
    }
}
