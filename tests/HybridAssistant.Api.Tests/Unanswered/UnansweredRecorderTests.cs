using HybridAssistant.Core.Questions;
using HybridAssistant.Serving;
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

    [Theory]
    [InlineData("upstream", "composer", false)]
    [InlineData("upstream", "composer", true)]
    [InlineData("composer", "big-model", false)]
    [InlineData("composer", "composer", false)]
    public async Task Counts_it_once_whichever_model_was_named(string standard, string named, bool streams)
    {
        await using var host = await ApiHost.StartAsync(
            ("Unanswered:Enabled", "true"),
            ("Behavior:Variant", standard),
            ("Behavior:Upstream:Endpoint", "http://127.0.0.1:9/v1"),
            ("Behavior:Upstream:Model", "big-model"));

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/chat/completions", $$"""
            {"model":"{{named}}","stream":{{(streams ? "true" : "false")}},"messages":[{"role":"user","content":"Unknown weight of the KX-200?"}]}
            """);
        string said = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("not_found", said, StringComparison.Ordinal);
        Assert.Equal([("Unknown weight of the KX-200?", 1)], await ListAsync(host));
    }

    [Fact]
    public async Task Counts_what_the_applications_own_code_asks()
    {
        await using var host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"));
        IAssistant assistant = host.Get<IAssistant>();

        await assistant.AskAsync("Unknown price?", Cancellation);
        await foreach (AnswerUpdate _ in assistant.AskStreamingAsync(new Question { Message = "Unknown price?" }, Cancellation))
        {
        }

        Assert.Equal([("Unknown price?", 2)], await ListAsync(host));
    }

    [Fact]
    public async Task Counts_tools_look_ups_as_questions_and_no_searches()
    {
        await using var host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"));

        await host.CallToolAsync("look_up_fact", """{"product":" KX-200","attribute":"weight"}""");
        await host.CallToolAsync("compare_products", """{"products":["KX-200","KX-250"],"attribute":"weight"}""");
        await host.CallToolAsync("search", """{"query":"What is the price of the KX-200?"}""");

        Assert.Equal([("What is the weight of the KX-200?", 2), ("What is the weight of the KX-250?", 1)], await ListAsync(host));
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

    private static async Task<IEnumerable<(string Question, int Count)>> ListAsync(ApiHost host) =>
        (await host.Get<IUnansweredStore>().ListAsync(Cancellation)).Select(kept => (kept.Question, kept.Count));
}
