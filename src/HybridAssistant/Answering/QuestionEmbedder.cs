using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Retrieval;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Answering;

/// <summary>Embeds a question whole and without the products that it names, in one run of the model.</summary>
internal sealed class QuestionEmbedder(IEmbeddingGenerator<string, Embedding<float>>? generator)
{
    /// <summary>The vectors; empty without a generator and for a question that is refused anyway.</summary>
    public async Task<QuestionVectors> EmbedAsync(QuestionAnalysis question, CancellationToken cancellationToken)
    {
        if (generator is null || question.Refusal != NoAnswerReason.None)
        {
            return default;
        }

        string asked = LabelSimilarity.AskedOf(question);
        if (asked == question.Text)
        {
            ReadOnlyMemory<float> both = await generator.EmbedQueryAsync(asked, cancellationToken).ConfigureAwait(false);
            return new QuestionVectors(both, both);
        }

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await generator.EmbedQueriesAsync([question.Text, asked], cancellationToken).ConfigureAwait(false);
        return new QuestionVectors(vectors[0], vectors[1]);
    }
}
