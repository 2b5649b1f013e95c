using HybridAssistant.Records;

namespace HybridAssistant.Unanswered;

/// <summary>Keeps the questions that no sheet answers.</summary>
public interface IUnansweredStore
{
    /// <summary>Counts a question, and drops those that are older than the retention.</summary>
    /// <param name="question">The message.</param>
    /// <param name="nearestDocument">File name of the nearest sheet; null: none.</param>
    /// <param name="nearestPage">The page of it.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    /// <exception cref="RecordFileException">The place cannot be written.</exception>
    Task AddAsync(string question, string? nearestDocument, int nearestPage, CancellationToken cancellationToken = default);

    /// <summary>All within the retention, most asked first.</summary>
    /// <exception cref="RecordFileException">The place cannot be read.</exception>
    Task<IReadOnlyList<UnansweredQuestion>> ListAsync(CancellationToken cancellationToken = default);
}
