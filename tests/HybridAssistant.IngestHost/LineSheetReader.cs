using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>
/// Reads sheets written as lines "product|attribute|value|unit", title first: the pipeline's tests are not about PDF.
/// A line without bars is a passage. A file that starts with "BAD" is set aside, one that starts with "CRASH" throws.
/// </summary>
public sealed class LineSheetReader : ISpecSheetReader
{
    private int _count;

    /// <summary>How many files were read.</summary>
    public int Count => _count;

    /// <summary>Waits for this before each file; null: at once.</summary>
    public Func<string, Task>? Before { get; set; }

    public async Task<SheetReading> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        if (Before is not null)
        {
            await Before(document).WaitAsync(cancellationToken);
        }

        string[] lines = Encoding.UTF8.GetString(pdf.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is ["CRASH", ..])
        {
            throw new InvalidOperationException("a fault of the reader");
        }

        if (lines.Length == 0 || lines[0] == "BAD")
        {
            return SheetReading.Aside($"'{document}' is no PDF.");
        }

        var facts = ImmutableArray.CreateBuilder<Fact>();
        var passages = ImmutableArray.CreateBuilder<Passage>();
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('|');
            var box = new BoundingBox(0, facts.Count, 10, facts.Count + 1);
            if (cells.Length == 4)
            {
                facts.Add(new Fact
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{document}#{facts.Count}"),
                    Document = document,
                    Page = 1,
                    Product = cells[0],
                    Attribute = cells[1],
                    Value = cells[2],
                    Unit = cells[3],
                    Box = box,
                    Confidence = 1,
                    Ordinal = facts.Count,
                });
            }
            else
            {
                passages.Add(new Passage { Id = $"{document}#p", Document = document, Page = 1, Text = line, Box = box, Ordinal = passages.Count });
            }
        }

        string[] products = [.. facts.Select(fact => fact.Product).Where(product => product.Length > 0).Distinct()];
        return SheetReading.Of(new SpecSheet
        {
            Document = document,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(pdf.Span)),
            Title = lines[0],
            PageCount = 1,
            Products = [.. products.Select(product => new ProductName(product, [], IsSeries: false))],
            Codes = [.. products.Select(product => new ProductCode(product, CodeNormalizer.Normalize(product), 1, product))],
            Facts = facts.ToImmutable(),
            Passages = passages.ToImmutable(),
        });
    }
}
