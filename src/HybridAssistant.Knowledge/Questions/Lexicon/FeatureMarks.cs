using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Reads the cells of tables of features: signs and words that say whether a model has something.</summary>
internal static class FeatureMarks
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Cells = LexiconFile.Read("feature-marks.tsv")
        .ToFrozenDictionary(r => r[0], r => r[1].Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    /// <summary>Whether a cell says that the model has it.</summary>
    public static bool Affirms(string cell) => Cells["affirmed"].Contains(cell);

    /// <summary>Whether a cell says that it may be ordered with the model.</summary>
    public static bool IsOption(string cell) => Cells["optional"].Contains(cell);

    /// <summary>Whether a cell says that the model does not have it.</summary>
    public static bool Denies(string cell) => Cells["denied"].Contains(cell);

    /// <summary>Whether a question asks for what comes without being ordered.</summary>
    public static bool AsksForStandard(ImmutableArray<Word> question) => question.Any(w => Cells["asks-standard"].Contains(w.Text));

    /// <summary>Whether a question asks for what is ordered besides.</summary>
    public static bool AsksForOption(ImmutableArray<Word> question) => question.Any(w => Cells["asks-option"].Contains(w.Text));

    /// <summary>Whether a cell holds nothing but a mark.</summary>
    public static bool IsMark(string cell) => Affirms(cell) || IsOption(cell) || Denies(cell);
}
