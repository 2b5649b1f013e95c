using System.Collections.Immutable;
using System.Globalization;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Shows features for the trace.</summary>
internal static class FeatureText
{
    /// <summary>"named 1, kind 1, conflict 0.5": those that are not zero.</summary>
    public static string Of(ImmutableArray<string> names, double[] values) =>
        string.Join(", ", names.Zip(values).Where(p => Math.Abs(p.Second) >= 0.005)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First} {p.Second:0.##}")));
}
