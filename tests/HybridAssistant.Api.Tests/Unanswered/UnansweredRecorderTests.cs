using HybridAssistant.Core.Questions;
using HybridAssistant.Serving;
using HybridAssistant.Unanswered;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        await host.StopAsync();

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
        await host.StopAsync();

        Assert.Empty(await host.Get<IUnansweredStore>().ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_costs_no_answer_and_is_told_to_the_log()
    {
        await using var host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"), ("Unanswered:Path", "/proc/no-such-folder/unanswered.db"));

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"unknown price?"}""");
        await host.StopAsync();

        Assert.True(response.IsSuccessStatusCode);
        Assert.Contains("/proc/no-such-folder/unanswered.db", host.Log, StringComparison.Ordinal);
        Assert.Contains("Unanswered:Path", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown price?", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_in_its_own_way_costs_neither_the_answer_nor_the_next_question()
    {
        var store = new FaultyStore(new NotSupportedException("no such store"), null);
        await using var host = await StartAsync(store);

        using HttpResponseMessage lost = await host.PostChatAsync("""{"message":"unknown price?"}""");
        using HttpResponseMessage kept = await host.PostChatAsync("""{"message":"unknown colour?"}""");
        await host.StopAsync();

        Assert.True(lost.IsSuccessStatusCode);
        Assert.True(kept.IsSuccessStatusCode);
        Assert.Equal(["unknown price?", "unknown colour?"], store.Asked);
    }

    [Fact]
    public async Task A_store_that_takes_its_time_delays_no_answer()
    {
        var store = new FaultyStore(null, new TaskCompletionSource());
        await using var host = await StartAsync(store);

        // Far more than are kept waiting: those beyond are dropped, with a line in the log.
        for (int i = 0; i < 1100; i++)
        {
            using HttpResponseMessage response = await host.PostChatAsync("""{"message":"unknown price?"}""");
            Assert.True(response.IsSuccessStatusCode);
        }

        Assert.Contains("Unanswered:Path", host.Log, StringComparison.Ordinal);
        store.Slow!.SetResult();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_that_is_disposed_of_without_being_stopped_meets_no_fault()
    {
        ApiHost host = await ApiHost.StartAsync(("Unanswered:Enabled", "true"));
        Task[] running = [.. host.Get<IEnumerable<IHostedService>>().OfType<BackgroundService>().Select(service => service.ExecuteTask).OfType<Task>()];

        await host.DisposeAsync();

        Assert.NotEmpty(running);
        await Task.WhenAll(running);
    }

    private static Task<ApiHost> StartAsync(IUnansweredStore store) => ApiHost.StartAsync(
        TimeProvider.System, services => services.AddSingleton(store), ("Unanswered:Enabled", "true"));

    // They are written beside the answers, and at the latest when the service ends.
    private static async Task<IEnumerable<(string Question, int Count)>> ListAsync(ApiHost host)
    {
        await host.StopAsync();
        return (await host.Get<IUnansweredStore>().ListAsync(Cancellation)).Select(kept => (kept.Question, kept.Count));
    }

    /// <summary>Fails at its first question, or is slow with all of them.</summary>
    private sealed class FaultyStore(Exception? first, TaskCompletionSource? slow) : IUnansweredStore
    {
        public List<string> Asked { get; } = [];

        public TaskCompletionSource? Slow => slow;

        public Task AddAsync(string question, string? nearestDocument, int nearestPage, CancellationToken cancellationToken = default)
        {
            Asked.Add(question);
            return Asked.Count == 1 && first is not null ? throw first : slow?.Task ?? Task.CompletedTask;
        }

        public Task<IReadOnlyList<UnansweredQuestion>> ListAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<UnansweredQuestion>>([]);
    }
}
