using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>Reads selection cases, one JSON object a line.</summary>
public static class SelectionFile
{
    /// <summary>Reads all cases of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CaseFormatException">A line is no case.</exception>
    public static async Task<ImmutableArray<SelectionCase>> ReadAsync(
        string path, CancellationToken cancellationToken = default)
    {
        var cases = ImmutableArray.CreateBuilder<SelectionCase>();
        int number = 0;
        await foreach (string text in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            SelectionLine line;
            try
            {
                line = JsonSerializer.Deserialize(text, CaseJson.Default.SelectionLine)
                    ?? throw new CaseFormatException(path, number, "the line is null.");
            }
            catch (JsonException e)
            {
                throw new CaseFormatException(path, number, $"no valid selection case: {e.Message}");
            }

            if (line.Right.FirstOrDefault(index => index < 0 || index >= line.Candidates.Count, -1) is >= 0 and var outside)
            {
                throw new CaseFormatException(path, number, $"\"right\" names candidate {outside} of {line.Candidates.Count}.");
            }

            cases.Add(new SelectionCase(
                line.Id,
                line.Question,
                line.Answerable,
                [.. line.Candidates.Select(ToEntry)],
                [.. line.Right],
                [.. line.Candidates.GroupBy(candidate => candidate.Document).Select(ToSheet)]));
        }

        return cases.ToImmutable();
    }

    private static IndexEntry ToEntry(SelectionCandidate candidate, int ordinal)
    {
        var fact = new Fact
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{candidate.Document}#{candidate.Page}:{ordinal}"),
            Document = candidate.Document,
            Page = candidate.Page,
            Product = candidate.Product.FirstOrDefault() ?? "",
            Section = candidate.Section,
            Attribute = candidate.Attribute,
            Condition = candidate.Condition,
            Value = candidate.Value,
            Unit = candidate.Unit,
            Box = default,
            Confidence = 1,
            Typed = QuantityParser.Default.Parse(candidate.Value, candidate.Unit, candidate.Condition),
            Ordinal = ordinal,
        };
        return new IndexEntry(fact, null, Title(candidate.Document), null);
    }

    private static CatalogSheet ToSheet(IGrouping<string, SelectionCandidate> sheet) => new(
        sheet.Key,
        Title(sheet.Key),
        [
            .. sheet.Where(candidate => candidate.Product.Count > 0)
                .DistinctBy(candidate => candidate.Product[0])
                .Select(candidate => new ProductName(candidate.Product[0], [.. candidate.Product.Skip(1)], IsSeries: false))
        ]);

    // Such a line carries no title; the file's name is what is left of it, and people name files after the product.
    private static string Title(string document) => Path.GetFileNameWithoutExtension(document).Replace('-', ' ');
}
