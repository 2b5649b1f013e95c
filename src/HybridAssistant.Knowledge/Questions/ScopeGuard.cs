using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Refuses what is no question of the field: attempts to instruct the assistant, other languages, small talk. Word lists
/// in <c>scope.tsv</c>; it refuses on strong signs only, since "not in the sheets" is the milder answer for the rest.
/// </summary>
internal sealed class ScopeGuard
{
    private readonly ImmutableArray<string> _instructions;
    private readonly ImmutableArray<string> _outside;
    private readonly FrozenSet<string> _english;
    private readonly FrozenDictionary<string, FrozenSet<string>> _others;

    private ScopeGuard(ILookup<string, string> rows)
    {
        _instructions = [.. rows["instruction"]];
        _outside = [.. rows["outside"]];
        _english = rows["english"].SelectMany(r => r.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
        _others = rows.Where(g => g.Key.StartsWith("language:", StringComparison.Ordinal))
            .ToFrozenDictionary(g => g.Key, g => g.SelectMany(r => r.Split(' ')).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The guard that ships with the library.</summary>
    public static ScopeGuard Default { get; } = new(LexiconFile.Read("scope.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal));

    /// <summary>Why a message is refused; <see cref="NoAnswerReason.None"/> where it may be answered.</summary>
    /// <param name="words">The message.</param>
    /// <param name="text">The message as typed.</param>
    /// <param name="namesProduct">Whether it names a product of the sheets, which vouches for the field.</param>
    /// <param name="namesAttribute">Whether it names an attribute of the lexicon.</param>
    public NoAnswerReason Check(ImmutableArray<Word> words, string text, bool namesProduct, bool namesAttribute)
    {
        string folded = " " + string.Join(' ', words.Select(w => w.Text)) + " ";
        if (_instructions.Any(phrase => folded.Contains(" " + phrase + " ", StringComparison.Ordinal)))
        {
            return NoAnswerReason.Instruction;
        }

        if (IsOtherLanguage(words, text))
        {
            return NoAnswerReason.Language;
        }

        return !namesProduct && _outside.Any(phrase => folded.Contains(" " + phrase + " ", StringComparison.Ordinal))
            ? NoAnswerReason.OutOfField
            : NoAnswerReason.None;
    }

    private bool IsOtherLanguage(ImmutableArray<Word> words, string text)
    {
        int letters = text.Count(char.IsLetter);
        if (letters > 0 && text.Count(c => char.IsLetter(c) && c > 'ɏ' && c is not ('Ω' or 'Ω' or 'µ' or 'μ' or 'φ' or 'η' or 'ρ' or 'Δ')) * 3 > letters)
        {
            return true;
        }

        int english = words.Count(w => _english.Contains(w.Text));
        return _others.Values.Any(other => words.Count(w => other.Contains(w.Text)) is var hits && hits >= 2 && hits > english * 2);
    }
}
