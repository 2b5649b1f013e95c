using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>What an index may rely on in a sheet that it is given.</summary>
internal static class IndexedSheetRules
{
    /// <summary>Checks that vectors and sheet belong together.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void Check(IndexedSheet indexed)
    {
        SpecSheet sheet = indexed.Sheet;
        ArgumentException.ThrowIfNullOrWhiteSpace(sheet.Document);
        if (indexed.EmbedderFingerprint is null)
        {
            if (!indexed.FactVectors.IsEmpty || !indexed.PassageVectors.IsEmpty)
            {
                throw new ArgumentException($"'{sheet.Document}' comes with vectors but without the fingerprint of the model that made them.");
            }

            return;
        }

        if (indexed.FactVectors.Length != sheet.Facts.Length || indexed.PassageVectors.Length != sheet.Passages.Length)
        {
            throw new ArgumentException(
                $"'{sheet.Document}' has {sheet.Facts.Length} facts and {sheet.Passages.Length} passages, "
                + $"but {indexed.FactVectors.Length} and {indexed.PassageVectors.Length} vectors.");
        }

        int[] lengths = [.. indexed.FactVectors.Where((_, i) => sheet.Facts[i].Doubt is null)
            .Concat(indexed.PassageVectors).Select(vector => vector.Length).Distinct()];
        if (lengths.Length > 1 || lengths.Contains(0))
        {
            throw new ArgumentException($"The vectors of '{sheet.Document}' have several lengths ({string.Join(", ", lengths)}) or none.");
        }
    }
}
