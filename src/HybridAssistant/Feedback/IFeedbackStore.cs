namespace HybridAssistant.Feedback;

/// <summary>Keeps what users say of answers.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps an entry in place of an earlier one of its id, and drops what is older than the retention.</summary>
    Task AddAsync(FeedbackEntry entry, CancellationToken cancellationToken = default);

    /// <summary>All entries within the retention, oldest first.</summary>
    Task<IReadOnlyList<FeedbackEntry>> ListAsync(CancellationToken cancellationToken = default);
}
