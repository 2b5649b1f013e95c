using System.Runtime.CompilerServices;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Ingestion;

namespace HybridAssistant.Serving;

/// <summary>The two pipelines as one service.</summary>
/// <param name="answerer">From a question to an answer.</param>
/// <param name="ingestion">From files to the index.</param>
internal sealed class EmbeddedAssistant(IQuestionAnswerer answerer, IngestionPipeline ingestion) : IAssistant
{
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken = default) =>
        (await answerer.AnswerAsync(question, cancellationToken: cancellationToken).ConfigureAwait(false)).Answer;

    public async IAsyncEnumerable<AnswerUpdate> AskStreamingAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PendingAnswer pending = await PendingAnswer.StartAsync(answerer, question, cancellationToken).ConfigureAwait(false);
        yield return new AnswerDecided(pending.Decided with { Text = "" });
        Answer answer = await pending.WordedAsync().ConfigureAwait(false);
        foreach (string sentence in AnswerSentences.Split(answer.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new AnswerSentence(sentence);
        }

        yield return new AnswerCompleted(answer);
    }

    public Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ingestion.IngestAsync(paths, progress, cancellationToken);
}
