using System.Collections.Immutable;
using System.Diagnostics;
using HybridAssistant.Answering;
using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;
using Microsoft.Extensions.AI;

namespace HybridAssistant;

/// <summary>
/// From a question to a verified answer: [1] normalise, [2] retrieve, [3] select, [4] decide, [5] speak, [6] verify.
/// Steps 1 to 4 are knowledge and final in status, facts and citations; steps 5 and 6 only word them.
/// </summary>
/// <param name="index">The index.</param>
/// <param name="embedder">Embeds the question; null: retrieval is lexical only.</param>
/// <param name="selector">Tells which candidates state what was asked.</param>
/// <param name="speaker">Words what was decided.</param>
/// <param name="gate">Lets only verified texts pass.</param>
/// <param name="retrieval">How much retrieval brings.</param>
/// <param name="deciding">When an answer is given.</param>
/// <param name="time">The clock.</param>
public sealed class AnswerPipeline(
    IKnowledgeIndex index,
    IEmbeddingGenerator<string, Embedding<float>>? embedder,
    IFactSelector selector,
    IAnswerSpeaker speaker,
    AnswerGate gate,
    RetrievalOptions retrieval,
    DecidingOptions deciding,
    TimeProvider time) : IQuestionAnswerer
{
    private readonly CatalogCache _catalogs = new();
    private readonly QuestionAnalyzer _analyzer = new();
    private readonly HybridRetriever _retriever = new(retrieval);
    private readonly QuestionEmbedder _embedder = new(embedder);
    private readonly LabelSimilarity? _labels = embedder is null ? null : new LabelSimilarity(embedder);
    private readonly SentenceSelector _sentences = new();
    private readonly AnswerDecider _decider = new(deciding);

    /// <inheritdoc />
    public async Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        using Activity? whole = Telemetry.StartAnswer();
        AnsweredQuestion answered = await AnswerAsync(question, speaker, whenDecided, cancellationToken).ConfigureAwait(false);
        whole.Answered(answered.Answer);
        return answered;
    }

    /// <summary>Answers nobody's question, so that what a first answer compiles, loads and caches is there. It is not counted.</summary>
    internal Task WarmUpAsync(Question question, IAnswerSpeaker wording, CancellationToken cancellationToken) =>
        AnswerAsync(question, wording, whenDecided: null, cancellationToken);

    private async Task<AnsweredQuestion> AnswerAsync(
        Question question, IAnswerSpeaker wording, Func<Answer, ValueTask>? whenDecided, CancellationToken cancellationToken)
    {
        var clock = new StepClock(time);
        IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            ProductCatalog catalog = _catalogs.Get(snapshot, question.DocumentFilter);
            ImmutableArray<Finding> findings = await FindAllAsync(question, catalog, snapshot, clock, cancellationToken).ConfigureAwait(false);
            ImmutableArray<Decision> decisions = SeveralQuestions.ToWord([.. findings.Select(f => f.Decision)]);
            Decision decision = SeveralQuestions.Join(decisions);
            if (whenDecided is not null)
            {
                await whenDecided(AnswerBuilder.Build(question, decision, SpokenText.None, snapshot.Version, TimingsOf(findings, 0, 0, clock))).ConfigureAwait(false);
            }

            var tokens = new TokenTally();
            var spoken = ImmutableArray.CreateBuilder<SpokenAnswer>();
            double generateMs = 0;
            double verifyMs = 0;
            foreach (Decision part in decisions)
            {
                // [5] Speak.
                var request = new SpeakingRequest(question, part, IsRest: decisions.Length > 1) { Tokens = tokens };
                SpokenAnswer draft;
                using (Activity? speaking = Telemetry.Start(Telemetry.Generation))
                {
                    draft = await wording.SpeakAsync(request, cancellationToken).ConfigureAwait(false);
                    speaking.Spoke(draft);
                }

                generateMs += clock.Lap();

                // [6] Verify: what is not grounded is never passed on.
                using (Telemetry.Start(Telemetry.Verification))
                {
                    spoken.Add(gate.Pass(draft, request));
                }

                verifyMs += clock.Lap();
            }

            Answer answer = AnswerBuilder.Build(
                question, decision, SpokenText.Join(spoken), snapshot.Version, TimingsOf(findings, generateMs, verifyMs, clock)) with { Usage = tokens.Total };
            return new AnsweredQuestion(answer, TraceBuilder.Build(findings, decision, spoken.FirstOrDefault(s => s.Takeover is not null)?.Takeover));
        }
    }

    private static Timings TimingsOf(ImmutableArray<Finding> findings, double generateMs, double verifyMs, StepClock clock) =>
        new(findings.Sum(f => f.RetrieveMilliseconds), findings.Sum(f => f.SelectMilliseconds), generateMs, verifyMs, clock.Total());

    // Each question of the message; the message as one where its first question is not surely answered, for then the rest hangs in the air.
    private async Task<ImmutableArray<Finding>> FindAllAsync(
        Question question, ProductCatalog catalog, IKnowledgeSnapshot snapshot, StepClock clock, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (Question part in PartsOf(question))
        {
            findings.Add(await FindAsync(part, catalog, snapshot, clock, cancellationToken).ConfigureAwait(false));
            if (part.Message != question.Message && findings.Count == 1
                && (findings[0].Decision.Status != AnswerStatus.Answered || findings[0].Decision.Confidence < deciding.MinPartConfidence))
            {
                return [await FindAsync(question, catalog, snapshot, clock, cancellationToken).ConfigureAwait(false)];
            }
        }

        return findings.ToImmutable();
    }

    // "... and which seal kit fits?" is a follow-up to the question before it in the same message.
    private static IEnumerable<Question> PartsOf(Question question)
    {
        ImmutableArray<string> parts = QuestionParts.Split(question.Message);
        return parts.Select((part, i) => question with
        {
            Message = part,
            History = [.. question.History, .. parts.Take(i).Select(earlier => new ChatTurn(Core.Questions.ChatRole.User, earlier))],
        });
    }

    private async Task<Finding> FindAsync(
        Question question, ProductCatalog catalog, IKnowledgeSnapshot snapshot, StepClock clock, CancellationToken cancellationToken)
    {
        using Activity? retrieving = Telemetry.Start(Telemetry.Retrieval);

        // [1] Normalise: what is asked, of which product, in which unit; follow-ups made whole from the history.
        QuestionAnalysis analysis = _analyzer.Analyze(question, catalog);

        // [2] Retrieve: code lane, BM25 and vectors, fused.
        QuestionVectors vectors = await _embedder.EmbedAsync(analysis, cancellationToken).ConfigureAwait(false);
        RetrievalResult retrieved = analysis.Refusal != NoAnswerReason.None
            ? RetrievalResult.None(analysis)
            : await _retriever.RetrieveAsync(analysis, catalog, snapshot, vectors.Whole, cancellationToken).ConfigureAwait(false);
        analysis = retrieved.Question;
        double retrieveMs = clock.Lap();
        retrieving?.Dispose();

        using Activity? selecting = Telemetry.Start(Telemetry.Selection);

        // [3] Select: which candidates state what was asked, or none.
        ImmutableArray<FactCandidate> candidates = _labels is null
            ? retrieved.Candidates
            : await _labels.MeasureAsync(vectors.Asked, retrieved.Candidates, cancellationToken).ConfigureAwait(false);
        FactSelection selection = selector.Select(analysis, catalog, candidates);
        selection = selection with { Sentences = _sentences.Select(analysis, catalog, retrieved.Passages, selection) };

        // [4] Decide: status, facts, choices, verdict.
        Decision decision = _decider.Decide(analysis, catalog, retrieved, selection);
        return new Finding(analysis, retrieved, selection, decision, retrieveMs, clock.Lap());
    }
}
