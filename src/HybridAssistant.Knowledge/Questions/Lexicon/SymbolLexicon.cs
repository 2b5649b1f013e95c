using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The letters that head columns of sheets: "D" of a bearing is its outside diameter, "Q" of a pump its flow.</summary>
internal sealed class SymbolLexicon
{
    private const int MaxWords = 64;

    private readonly FrozenDictionary<string, ImmutableArray<AttributeConcept>> _symbols;

    private SymbolLexicon(FrozenDictionary<string, ImmutableArray<AttributeConcept>> symbols) => _symbols = symbols;

    /// <summary>The list that ships with the library.</summary>
    public static SymbolLexicon Default { get; } = Load();

    /// <summary>The attributes whose symbol a label prints and whose quantity kind its value has.</summary>
    public IEnumerable<AttributeMatch> Match(ImmutableArray<Word> label, string kind)
    {
        for (int i = 0; i < Math.Min(label.Length, MaxWords); i++)
        {
            if (_symbols.TryGetValue(label[i].Typed, out ImmutableArray<AttributeConcept> concepts))
            {
                foreach (AttributeConcept concept in concepts.Where(c => c.Kinds.IsEmpty || c.Kinds.Contains(kind)))
                {
                    yield return new AttributeMatch(concept, 1UL << i, IsLabel: true, IsPassing: false);
                }
            }
        }
    }

    private static SymbolLexicon Load()
    {
        var concepts = AttributeLexicon.Default.Concepts.ToDictionary(c => c.Name, StringComparer.Ordinal);
        return new SymbolLexicon(LexiconFile.Read("symbols.tsv").ToFrozenDictionary(
            row => row[0],
            row => row[1].Split('|').Select(name => concepts[name]).ToImmutableArray(),
            StringComparer.Ordinal));
    }
}
