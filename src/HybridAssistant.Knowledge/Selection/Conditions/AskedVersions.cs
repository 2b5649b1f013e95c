using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection.Conditions;

/// <summary>
/// The special versions of a product that a question asks for: "in version -HT", "without temperature tube", "with FKM seals".
/// What is stated of the plain product does not answer for them.
/// </summary>
internal sealed partial class AskedVersions
{
    private const int MaxWords = 3;

    private readonly ImmutableArray<(FrozenSet<string> Stems, bool IsDenied)> _versions;

    private AskedVersions(ImmutableArray<(FrozenSet<string> Stems, bool IsDenied)> versions) => _versions = versions;

    /// <summary>Takes them out of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="known">Words that name the sheet: they make no version.</param>
    public static AskedVersions Of(QuestionAnalysis question, FrozenSet<string> known)
    {
        var versions = ImmutableArray.CreateBuilder<(FrozenSet<string> Stems, bool IsDenied)>();
        foreach (Match suffix in Suffix().Matches(question.Text))
        {
            versions.Add(([.. WordSplitter.Split(suffix.Groups[1].Value).Select(w => w.Stem)], false));
        }

        for (int i = 0; i < question.Words.Length; i++)
        {
            if (FormWords.Material.Contains(question.Words[i]))
            {
                versions.Add(([question.Words[i].Stem], false));
            }
            else if (question.Words[i].Text is "with" or "without" && PhraseBehind(question, i) is { Count: > 0 } phrase)
            {
                versions.Add((phrase, question.Words[i].Text == "without"));
            }
        }

        return new AskedVersions([.. versions.Where(v => !v.Stems.IsSubsetOf(known))]);
    }

    /// <summary>Whether a text names one of them.</summary>
    /// <param name="stems">The text's stems.</param>
    /// <param name="denies">Whether it says "without".</param>
    /// <param name="unless">Stems of a text that is not to name it too.</param>
    public bool IsNamedBy(FrozenSet<string> stems, bool denies, FrozenSet<string>? unless = null) =>
        _versions.Any(v => (denies || !v.IsDenied) && v.Stems.IsSubsetOf(stems) && (unless is null || !v.Stems.IsSubsetOf(unless)));

    private static FrozenSet<string> PhraseBehind(QuestionAnalysis question, int index)
    {
        int at = index + 1;
        while (at < question.Words.Length && StopWords.Contains(question.Words[at]))
        {
            at++;
        }

        return question.Words.Skip(at).Take(MaxWords).TakeWhile(w => !StopWords.Contains(w) && !w.IsNumber && !question.Mentions.Any(m => m.Contains(w.Start)))
            .Select(w => w.Stem).ToFrozenSet(StringComparer.Ordinal);
    }

    // "-HT" and "suffix HT", not the end of a model's name.
    [GeneratedRegex(@"(?:(?<![\p{L}\p{N}])-|\b[Ss]uffix -?)([A-Z][A-Z0-9]{0,3})(?![\p{L}\p{N}-])", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
