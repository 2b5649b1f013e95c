using HybridAssistant.Records;

namespace HybridAssistant.Feedback;

/// <summary>Keeps what users say of answers.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps an entry in place of an earlier one of its id, and drops what is older than the retention.</summary>
    /// <exception cref="RecordFileException">The place cannot be written.</exception>
    Task AddAsync(FeedbackEntry entry, CancellationToken cancellationToken = default);

    /// <summary>All entries within the retention, oldest first.</summary>
    /// <exception cref="RecordFileException">The place cannot be read.</exception>
    Task<IReadOnlyList<FeedbackEntry>> ListAsync(CancellationToken cancellationToken = default);
}
