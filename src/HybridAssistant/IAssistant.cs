using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Ingestion;
using HybridAssistant.Serving;

namespace HybridAssistant;

/// <summary>The assistant inside another .NET application: what <c>AddHybridAssistant</c> registers for its code to ask.</summary>
public interface IAssistant
{
    /// <summary>Answers one question from one consistent view of the index.</summary>
    /// <param name="question">The question with the turns before it.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    /// <returns>The verified answer. That no sheet states it is an answer too: look at its status.</returns>
    /// <exception cref="Knowledge.Indexing.KnowledgeIndexException">The index cannot be read.</exception>
    Task<Answer> AskAsync(Question question, CancellationToken cancellationToken = default);

    /// <summary>
    /// Answers in steps: <see cref="AnswerDecided"/> as soon as status, facts and citations are final, one
    /// <see cref="AnswerSentence"/> for each sentence of the verified text, then <see cref="AnswerCompleted"/>.
    /// </summary>
    /// <param name="question">The question with the turns before it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Knowledge.Indexing.KnowledgeIndexException">The index cannot be read.</exception>
    IAsyncEnumerable<AnswerUpdate> AskStreamingAsync(Question question, CancellationToken cancellationToken = default);

    /// <summary>Takes in all PDFs under the paths, and removes documents that came from under them and are gone.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every step, from several threads, one at a time; null: nobody.</param>
    /// <param name="cancellationToken">Ends the run between two documents; those done stay.</param>
    /// <returns>One result a document; a sheet that cannot be read is set aside with its reason and ends nothing.</returns>
    /// <exception cref="IngestionPathException">A path is missing, unreadable or holds no PDF; nothing was done.</exception>
    /// <exception cref="Knowledge.Indexing.KnowledgeIndexException">The index cannot be written; documents done before stay.</exception>
    Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default);
}
