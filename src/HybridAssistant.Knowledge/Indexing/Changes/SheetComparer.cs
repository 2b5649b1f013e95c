using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Changes;

/// <summary>
/// Finds what changed between two readings of a sheet. Facts are matched by address, not by id: ids carry the hash of
/// the file and always differ. Only quotable facts count: a fact that has become doubtful is gone for a customer.
/// </summary>
public static class SheetComparer
{
    // From the full address to ever fewer parts of it; a moved table changes its section, a footnote the condition.
    private static readonly Func<FactAddress, FactAddress>[] Keys =
    [
        address => address,
        address => address with { Section = "" },
        address => address with { Condition = "" },
        address => address with { Section = "", Condition = "" },
    ];

    /// <summary>Changed, added and removed facts, in document order; a moved fact of the same words is no change.</summary>
    public static ImmutableArray<FactChange> Compare(IEnumerable<Fact> before, IEnumerable<Fact> after)
    {
        List<AddressedFact> old = Addressed(before);
        List<AddressedFact> current = Addressed(after);
        var changes = new List<FactChange>();
        foreach (Func<FactAddress, FactAddress> key in Keys)
        {
            // What still says the same goes first, so that a row inserted before it does not look like a change of all.
            Pair(old, current, fact => (key(fact.Address), fact.Printed), onlyAlone: false, changes);
            Pair(old, current, fact => (key(fact.Address), ""), onlyAlone: key != Keys[0], changes);
        }

        changes.AddRange(old.Select(fact => new FactChange(fact.Fact, null)));
        changes.AddRange(current.Select(fact => new FactChange(null, fact.Fact)));
        return [.. changes
            .Where(change => !SaysTheSame(change))
            .OrderBy(change => (change.After ?? change.Before)!.Page)
            .ThenBy(change => (change.After ?? change.Before)!.Ordinal)
            .ThenBy(change => change.After is null ? 0 : 1)];
    }

    private static void Pair<TKey>(
        List<AddressedFact> old, List<AddressedFact> current, Func<AddressedFact, TKey> key, bool onlyAlone, List<FactChange> changes)
        where TKey : notnull
    {
        ILookup<TKey, AddressedFact> oldByKey = old.ToLookup(key);
        var paired = new HashSet<AddressedFact>(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<TKey, AddressedFact> group in current.ToLookup(key))
        {
            AddressedFact[] left = [.. oldByKey[group.Key]];
            AddressedFact[] right = [.. group];
            // Under a shortened address two facts belong together only where no other could.
            if (onlyAlone && (left.Length != 1 || right.Length != 1))
            {
                continue;
            }

            foreach ((AddressedFact first, AddressedFact second) in left.Zip(right))
            {
                changes.Add(new FactChange(first.Fact, second.Fact));
                paired.Add(first);
                paired.Add(second);
            }
        }

        old.RemoveAll(paired.Contains);
        current.RemoveAll(paired.Contains);
    }

    private static bool SaysTheSame(FactChange change) =>
        change is { Before: { } before, After: { } after }
        && before.Value == after.Value && before.Unit == after.Unit
        && FactAddress.Of(before).Condition == FactAddress.Of(after).Condition;

    private static List<AddressedFact> Addressed(IEnumerable<Fact> facts) =>
        [.. facts.Where(fact => fact.Doubt is null).OrderBy(fact => fact.Ordinal).Select(fact => new AddressedFact(fact))];
}
