using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection.Conditions;

/// <summary>
/// What the sheet tables of the models that a question names: a row for "bore d over 40 to 50 mm" is a 6209's, whose own line says d = 45 mm.
/// </summary>
internal sealed class ModelFacts
{
    private readonly QuestionAnalysis _question;
    private readonly ILookup<string, LineProfile> _lines;

    public ModelFacts(QuestionAnalysis question, IReadOnlyList<FactCandidate> candidates, IReadOnlyList<LineProfile> profiles)
    {
        _question = question;
        HashSet<(string Document, string Product)> named = [.. question.NamedProducts.Where(p => !p.IsSeries).Select(p => (p.Document, p.Name))];
        _lines = candidates.Zip(profiles, (c, p) => (Fact: c.Entry.Fact!, Profile: p))
            .Where(l => l.Fact.Condition.Length == 0 && named.Contains((l.Fact.Document, l.Fact.Product)))
            .ToLookup(l => l.Fact.Document, l => l.Profile, StringComparer.Ordinal);
    }

    /// <summary>Whether a line that holds for no model in particular holds for a named one by its condition; null where that cannot be told.</summary>
    public bool? Meet(Fact fact, LineProfile line)
    {
        if (fact.Product.Length > 0 || !_lines.Contains(fact.Document))
        {
            return null;
        }

        bool? met = MeetCode(fact.Document, line);
        foreach (StatedCondition condition in line.Conditions)
        {
            // What the question itself says goes before.
            if (met == false || _question.Quantities.Any(q => q.Kind.Length > 0 && q.Kind == condition.Kind))
            {
                continue;
            }

            Quantity[] own = [.. _lines[fact.Document].Where(l => l.ValueQuantities.Length == 1 && IsOf(condition, l)).Select(l => l.ValueQuantities[0])];
            met = own.Length == 0 ? met : own.Any(q => condition.Holds(q.Kind.Length > 0 ? q : q with { Kind = condition.Kind, Unit = condition.Kind }));
        }

        return met;
    }

    // "Frame S1" for a model whose frame size is S1.
    private bool? MeetCode(string document, LineProfile line)
    {
        int first = line.ConditionWords.TakeWhile(w => !w.IsCode).Count();
        ImmutableArray<string> label = [.. line.ConditionWords.Take(first).Where(w => !w.IsNumber && !StopWords.Contains(w)).Select(w => w.Stem)];
        if (first == line.ConditionWords.Length || label.IsEmpty)
        {
            return null;
        }

        string[] own = [.. _lines[document].Where(l => l.ValueWords is [{ IsCode: true }] && label.All(l.LabelStems.Contains)).Select(l => l.ValueWords[0].Stem)];
        return own.Length == 0 ? null : line.ConditionWords.Skip(first).Any(w => own.Contains(w.Stem));
    }

    private static bool IsOf(StatedCondition condition, LineProfile own)
    {
        string kind = own.ValueQuantities[0].Kind;
        if (QuantitySearch.IsSizeLabel(condition.Kind))
        {
            return kind == condition.Kind || (kind.Length == 0 && own.AttributeWords.Any(w => w.Text == condition.Kind));
        }

        return kind.Length > 0 && kind == condition.Kind && MostTelling(condition.Attributes).Intersect(MostTelling([.. own.Attributes])).Any();
    }

    private static IEnumerable<AttributeConcept> MostTelling(ImmutableArray<AttributeMatch> attributes)
    {
        AttributeConcept[] telling = [.. attributes.Select(a => a.Concept).Where(c => !c.IsGeneral)];
        return telling.Length > 0 ? telling : attributes.Select(a => a.Concept);
    }
}
