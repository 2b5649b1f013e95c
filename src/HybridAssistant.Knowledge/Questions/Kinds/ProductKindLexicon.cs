using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Kinds;

/// <summary>
/// The kinds of industrial product with their other names and the broader kinds that each is one of, since customers rarely
/// use the word of the sheet: "level switch" for a float switch, "VFD" for a drive.
/// </summary>
internal sealed class ProductKindLexicon
{
    private const int LongestName = 5;

    private readonly FrozenDictionary<string, int> _byName;
    private readonly ImmutableArray<FrozenSet<int>> _broader;
    private readonly ImmutableArray<ImmutableArray<string>> _words;

    private ProductKindLexicon(ImmutableArray<string[]> rows)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int kind = 0; kind < rows.Length; kind++)
        {
            foreach (string name in NamesIn(rows[kind]))
            {
                byName.TryAdd(KeyOf(name), kind);
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _words = [.. rows.Select(r => NamesIn(r).SelectMany(n => WordSplitter.Split(n)).Select(w => w.Text).Distinct(StringComparer.Ordinal).ToImmutableArray())];
        _broader = [.. rows.Select((_, kind) => Closure(kind))];

        FrozenSet<int> Closure(int kind)
        {
            var found = new HashSet<int> { kind };
            var open = new Queue<int>([kind]);
            while (open.TryDequeue(out int next))
            {
                foreach (string name in rows[next].Length > 2 ? rows[next][2].Split('|', StringSplitOptions.RemoveEmptyEntries) : [])
                {
                    int broader = byName[KeyOf(name)];
                    if (found.Add(broader))
                    {
                        open.Enqueue(broader);
                    }
                }
            }

            return found.ToFrozenSet();
        }
    }

    /// <summary>The lexicon that ships with the library.</summary>
    public static ProductKindLexicon Default { get; } = new([.. LexiconFile.Read("product-kinds.tsv")]);

    /// <summary>The kinds that a text names, in order, each by its longest name.</summary>
    public ImmutableArray<KindMention> Find(ImmutableArray<Word> words)
    {
        var found = ImmutableArray.CreateBuilder<KindMention>();
        for (int i = 0; i < words.Length; i++)
        {
            for (int count = Math.Min(LongestName, words.Length - i); count > 0; count--)
            {
                if (_byName.TryGetValue(string.Join(' ', words.Slice(i, count).Select(w => w.Stem)), out int kind))
                {
                    found.Add(new KindMention(kind, i, count));
                    i += count - 1;
                    break;
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether the one kind is the other or one of it.</summary>
    public bool IsA(int kind, int broader) => _broader[kind].Contains(broader);

    /// <summary>The words in the names of a kind, of those that are of it and of those that it is one of: what its sheets may print.</summary>
    public ImmutableArray<string> WordsAround(int kind) =>
    [
        .. Enumerable.Range(0, _broader.Length).Where(other => IsA(other, kind) || IsA(kind, other))
            .SelectMany(other => _words[other]).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> NamesIn(string[] row) =>
        row.Take(2).SelectMany(column => column.Split('|', StringSplitOptions.RemoveEmptyEntries));

    private static string KeyOf(string name) => string.Join(' ', WordSplitter.Split(name).Select(w => w.Stem));
}
