using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// On a page with several products, each with a small table of its models and its own list of values (a catalogue page),
/// a list belongs to the models of the table beside it.
/// </summary>
internal static class ProductScope
{
    // A table of more models is the page's overview rather than one product's.
    private const int MostModels = 4;

    /// <summary>Gives the page's facts without a product the models of the nearest model table, one fact for each.</summary>
    public static IEnumerable<FactDraft> Assign(IReadOnlyList<FactDraft> facts, IReadOnlyList<(BoundingBox Box, IReadOnlyList<string> Models)> tables)
    {
        List<(BoundingBox Box, IReadOnlyList<string> Models)> scopes = Scopes(tables);
        if (scopes.Count < 2)
        {
            return facts;
        }

        return facts.SelectMany(fact => fact.Product.Length > 0
            ? [fact]
            : Nearest(scopes, fact.Box).Select(model => fact with { Product = model }));
    }

    private static IReadOnlyList<string> Nearest(List<(BoundingBox Box, IReadOnlyList<string> Models)> scopes, BoundingBox box) =>
        scopes.MinBy(scope => Distance(scope.Box, box)).Models;

    private static double Distance(BoundingBox scope, BoundingBox box)
    {
        double y = box.CenterY;
        return y < scope.Y0 ? scope.Y0 - y : y > scope.Y1 ? y - scope.Y1 : 0;
    }

    /// <summary>Joins tables of the same models; gives up where models are shared by different sets.</summary>
    private static List<(BoundingBox Box, IReadOnlyList<string> Models)> Scopes(IReadOnlyList<(BoundingBox Box, IReadOnlyList<string> Models)> tables)
    {
        var scopes = new List<(BoundingBox Box, IReadOnlyList<string> Models)>();
        foreach ((BoundingBox box, IReadOnlyList<string> models) in tables)
        {
            if (models.Count is 0 or > MostModels)
            {
                return [];
            }

            int same = scopes.FindIndex(scope => scope.Models.Intersect(models, StringComparer.Ordinal).Any());
            if (same < 0)
            {
                scopes.Add((box, models));
            }
            else if (scopes[same].Models.Count != models.Count || scopes[same].Models.Except(models, StringComparer.Ordinal).Any())
            {
                return [];
            }
            else
            {
                scopes[same] = (scopes[same].Box.Union(box), models);
            }
        }

        return scopes;
    }
}
