using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The spec attributes with the labels that sheets print and the words that customers use for them.</summary>
internal sealed class AttributeLexicon
{
    // Words of one phrase stand near each other: "lift on suction" is a suction lift, a lift three clauses away is not.
    private const int MaxGap = 3;
    private const int MaxWords = 64;

    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _phrases;

    private AttributeLexicon(ImmutableArray<AttributeConcept> concepts, FrozenDictionary<string, ImmutableArray<Phrase>> phrases)
    {
        Concepts = concepts;
        _phrases = phrases;
    }

    /// <summary>The lexicon that ships with the library.</summary>
    public static AttributeLexicon Default { get; } = Load();

    /// <summary>All attributes.</summary>
    public ImmutableArray<AttributeConcept> Concepts { get; }

    /// <summary>The attributes that a text names. A phrase inside a longer one of the same words is left out.</summary>
    /// <param name="words">The text.</param>
    /// <param name="asQuestion">Whether customers' words count besides the labels of sheets.</param>
    public ImmutableArray<AttributeMatch> Match(ImmutableArray<Word> words, bool asQuestion)
    {
        var matches = new List<AttributeMatch>();
        int count = Math.Min(words.Length, MaxWords);
        for (int i = 0; i < count; i++)
        {
            if (_phrases.TryGetValue(words[i].Stem, out ImmutableArray<Phrase> phrases))
            {
                foreach (Phrase phrase in phrases)
                {
                    // Sheets head a rated current "In"; in a question it is a preposition.
                    if ((asQuestion ? !phrase.IsOfStopWords : phrase.IsLabel) && phrase.Cover(words, i, count) is var covered and not 0)
                    {
                        matches.Add(new AttributeMatch(phrase.Concept, covered, phrase.IsLabel, phrase.IsPassing));
                    }
                }
            }
        }

        return WithoutShadowed(matches);
    }

    private static ImmutableArray<AttributeMatch> WithoutShadowed(List<AttributeMatch> matches)
    {
        var kept = ImmutableArray.CreateBuilder<AttributeMatch>(matches.Count);
        foreach (AttributeMatch match in matches)
        {
            bool shadowed = matches.Exists(other =>
                (match.Words & ~other.Words) == 0 && BitOperations.PopCount(other.Words) > BitOperations.PopCount(match.Words));
            if (!shadowed && !kept.Any(k => k.Concept == match.Concept && k.Words == match.Words))
            {
                kept.Add(match);
            }
        }

        return kept.ToImmutable();
    }

    private static AttributeLexicon Load()
    {
        var concepts = ImmutableArray.CreateBuilder<AttributeConcept>();
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (string[] row in LexiconFile.Read("attributes.tsv"))
        {
            bool isTelling = row[0][0] == '!';
            string name = row[0].TrimStart('!');
            string[] kinds = row[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var concept = new AttributeConcept(concepts.Count, name, name.Split('.')[0], isTelling, [.. kinds]);
            concepts.Add(concept);
            Add(row[2], isLabel: true);
            Add(row[3], isLabel: false);

            void Add(string list, bool isLabel)
            {
                foreach (string spelling in list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    bool isPassing = spelling[0] == '~';
                    ImmutableArray<Word> words = WordSplitter.Split(spelling);
                    string[] stems = [.. words.Select(w => w.Stem)];
                    if (stems.Length == 0)
                    {
                        continue;
                    }

                    // Keyed by its longest word: the rarest guess that needs no counting.
                    string key = stems.MaxBy(s => s.Length)!;
                    var phrase = new Phrase(concept, key, stems, isLabel, isPassing, words.All(StopWords.Contains));
                    (phrases.TryGetValue(key, out List<Phrase>? same) ? same : phrases[key] = []).Add(phrase);
                }
            }
        }

        return new AttributeLexicon(
            concepts.ToImmutable(),
            phrases.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal));
    }

    private sealed record Phrase(AttributeConcept Concept, string Key, string[] Stems, bool IsLabel, bool IsPassing, bool IsOfStopWords)
    {
        /// <summary>The words that spell the phrase around a place, a label in any order; 0 where one is missing.</summary>
        public ulong Cover(ImmutableArray<Word> words, int at, int count)
        {
            if (Stems.Length == 1)
            {
                return 1UL << at;
            }

            return IsLabel ? CoverInAnyOrder(words, at, count) : CoverInOrder(words, at, count);
        }

        // Customers' phrases are idioms: "put out" is an output, "out of what I put in" is none.
        private ulong CoverInOrder(ImmutableArray<Word> words, int at, int count)
        {
            int key = Array.IndexOf(Stems, Key);
            ulong covered = 1UL << at;
            int first = at;
            int last = at;
            for (int s = key - 1; s >= 0; s--)
            {
                do
                {
                    first--;
                }
                while (first >= 0 && at - first <= key + MaxGap && words[first].Stem != Stems[s]);
                if (first < 0 || words[first].Stem != Stems[s])
                {
                    return 0;
                }

                covered |= 1UL << first;
            }

            for (int s = key + 1; s < Stems.Length; s++)
            {
                do
                {
                    last++;
                }
                while (last < count && last - at <= Stems.Length + MaxGap && words[last].Stem != Stems[s]);
                if (last >= count || words[last].Stem != Stems[s])
                {
                    return 0;
                }

                covered |= 1UL << last;
            }

            return last - first + 1 <= Stems.Length + MaxGap ? covered : 0;
        }

        private ulong CoverInAnyOrder(ImmutableArray<Word> words, int at, int count)
        {
            int reach = Stems.Length - 1 + MaxGap;
            int from = Math.Max(0, at - reach);
            int to = Math.Min(count - 1, at + reach);
            ulong covered = 1UL << at;
            bool keySeen = false;
            foreach (string stem in Stems)
            {
                if (stem == Key && !keySeen)
                {
                    keySeen = true;
                    continue;
                }

                int found = -1;
                for (int i = from; i <= to; i++)
                {
                    if ((covered & (1UL << i)) == 0 && words[i].Stem == stem && (found < 0 || Math.Abs(i - at) < Math.Abs(found - at)))
                    {
                        found = i;
                    }
                }

                if (found < 0)
                {
                    return 0;
                }

                covered |= 1UL << found;
            }

            int span = 64 - BitOperations.LeadingZeroCount(covered) - BitOperations.TrailingZeroCount(covered);
            return span <= Stems.Length + MaxGap ? covered : 0;
        }
    }
}
