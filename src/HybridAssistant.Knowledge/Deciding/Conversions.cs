using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Converts what was asked for in another unit than the printed one.</summary>
internal static class Conversions
{
    /// <summary>One conversion a fact at most; empty where the unit asked for is printed, or none was asked for.</summary>
    public static ImmutableArray<DerivedQuantity> Find(QuestionAnalysis question, ImmutableArray<Evidence> evidence)
    {
        if (question.AskedUnit.Length == 0 || UnitTable.Default.FindCanonical(question.AskedUnit) is not { } target)
        {
            return [];
        }

        var derived = ImmutableArray.CreateBuilder<DerivedQuantity>();
        for (int i = 0; i < evidence.Length; i++)
        {
            if (evidence[i].Fact is { } fact && UnitConverter.Default.Convert(fact.Value, fact.Unit, target) is { } converted)
            {
                derived.Add(new DerivedQuantity(i, converted.Value, converted.Unit));
            }
        }

        return derived.ToImmutable();
    }
}
