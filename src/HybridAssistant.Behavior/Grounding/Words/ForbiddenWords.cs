using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Grounding.Words;

/// <summary>The words of <c>forbidden-words.tsv</c>: what generated text may not say by itself.</summary>
public sealed class ForbiddenWords
{
    private const string File = "forbidden-words.tsv";

    private readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly ImmutableArray<(string Part, WordKind Kind)> _parts;

    private ForbiddenWords(IReadOnlyList<(string Word, WordKind Kind)> rows)
    {
        _whole = rows.Where(r => !r.Word.EndsWith('*')).ToFrozenDictionary(r => r.Word, r => r.Kind, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _parts = [.. rows.Where(r => r.Word.EndsWith('*')).Select(r => (r.Word[..^1], r.Kind))];
    }

    /// <summary>The list that ships with the library.</summary>
    public static ForbiddenWords Default { get; } = Load();

    /// <summary>What a word does that a slot should; <see cref="WordKind.None"/> where it may stand.</summary>
    /// <param name="word">Letters and apostrophes of one word, in any case.</param>
    public WordKind KindOf(ReadOnlySpan<char> word)
    {
        if (_whole.TryGetValue(word, out WordKind kind))
        {
            return kind;
        }

        foreach ((string part, WordKind partKind) in _parts)
        {
            if (word.Length >= part.Length && word.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return partKind;
            }
        }

        return WordKind.None;
    }

    private static ForbiddenWords Load() => new(
    [
        .. EmbeddedText.Read(File).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')).Select(row => (row[1], Enum.Parse<WordKind>(row[0], ignoreCase: true))),
    ]);
}
