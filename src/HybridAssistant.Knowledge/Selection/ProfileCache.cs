using System.Collections.Concurrent;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Keeps what is worked out of a fact or passage, made once for each content of it.</summary>
/// <param name="make">Works a profile out.</param>
internal sealed class ProfileCache<TItem, TProfile>(Func<TItem, TProfile> make)
    where TItem : class, IEquatable<TItem>
{
    // About 1 KB a profile: some 20,000 lines, the corpus of a large maker.
    private const int MaxProfiles = 20_000;

    private readonly ConcurrentDictionary<(string Document, string Id), (TItem Item, TProfile Profile)> _profiles = new();

    /// <summary>The profile of an item, known by its document and id.</summary>
    public TProfile Get(string document, string id, TItem item)
    {
        if (_profiles.TryGetValue((document, id), out var known) && (ReferenceEquals(known.Item, item) || known.Item.Equals(item)))
        {
            return known.Profile;
        }

        if (_profiles.Count >= MaxProfiles)
        {
            _profiles.Clear();
        }

        TProfile profile = make(item);
        _profiles[(document, id)] = (item, profile);
        return profile;
    }
}
