using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Documents;
using HybridAssistant.Ingestion;
using HybridAssistant.Serving;
using HybridAssistant.Tests.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Tests.Serving;

/// <summary>The assistant as an application without a host sets it up in code.</summary>
public sealed class EmbeddedAssistantTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hybrid-embedded-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Ingests_and_answers_with_settings_made_in_code()
    {
        await using ServiceProvider services = Start(options => options.EmbeddingModel = "");
        IAssistant assistant = services.GetRequiredService<IAssistant>();

        IngestionReport report = await assistant.IngestAsync([WriteSheet()], cancellationToken: Cancellation);
        Answer answer = await assistant.AskAsync("How heavy is the KX-200?", Cancellation);

        Assert.Equal(IngestionOutcome.Added, Assert.Single(report.Results).Outcome);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("12", Assert.Single(answer.Facts).Value);
    }

    [Fact]
    public async Task Streams_the_decision_then_the_sentences_then_the_whole()
    {
        await using ServiceProvider services = Start(options => options.EmbeddingModel = "");
        IAssistant assistant = services.GetRequiredService<IAssistant>();
        await assistant.IngestAsync([WriteSheet()], cancellationToken: Cancellation);

        List<AnswerUpdate> updates = await assistant
            .AskStreamingAsync(new Question { Message = "How heavy is the KX-200?" }, Cancellation).ToListAsync(Cancellation);

        var decided = Assert.IsType<AnswerDecided>(updates[0]);
        var completed = Assert.IsType<AnswerCompleted>(updates[^1]);
        Assert.Equal("12", Assert.Single(decided.Answer.Facts).Value);
        Assert.Equal("", decided.Answer.Text);
        Assert.Equal(completed.Answer.Text, string.Concat(updates[1..^1].Cast<AnswerSentence>().Select(sentence => sentence.Text)));
    }

    [Fact]
    public void Names_a_wrong_setting_with_its_key_when_it_is_first_taken()
    {
        using ServiceProvider services = Start(options => options.Others["Behavior:TimeoutMilliseconds"] = "1");

        var wrong = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IAssistant>());

        Assert.Contains("Behavior:TimeoutMilliseconds", wrong.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Start(Action<AssistantSettings> configure) => new ServiceCollection()
        .AddSingleton<ISpecSheetReader>(new LineSheetReader())
        .AddHybridAssistant(options =>
        {
            options.Data = Path.Combine(_root.FullName, "data");
            configure(options);
        })
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private string WriteSheet()
    {
        string path = Path.Combine(_root.FullName, "kx.pdf");
        File.WriteAllLines(path, ["KX centrifugal pumps", "KX-200|Weight|12|kg", "KX-250|Weight|15|kg"]);
        return path;
    }
}
