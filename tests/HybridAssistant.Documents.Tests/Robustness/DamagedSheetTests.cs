using System.Globalization;

namespace HybridAssistant.Documents.Tests.Robustness;

/// <summary>Truncations and byte flips of the corpus: each file must be read or set aside, never break or hang the reader.</summary>
public sealed class DamagedSheetTests
{
    private const int Files = 320;
    private const int Seed = 20_260;
    private const int MaxBytes = 400_000; // Larger sheets make the same damage slower, not different.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Three_hundred_and_twenty_damaged_files_each_end_in_a_sheet_or_a_reason()
    {
        string[] sheets =
        [
            .. Directory.EnumerateFiles(RepositoryFolder.Find("corpus/sheets"), "*.pdf", SearchOption.AllDirectories)
                .Where(path => new FileInfo(path).Length <= MaxBytes)
                .Order(StringComparer.Ordinal),
        ];
        var reader = new SpecSheetReader(new SheetLimits { MaxSeconds = 20 }, null, TimeProvider.System);
        int read = 0;
        int aside = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Files),
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
            async (i, cancellationToken) =>
            {
                byte[] damaged = Damage(await File.ReadAllBytesAsync(sheets[i % sheets.Length], cancellationToken), i);
                string name = string.Create(CultureInfo.InvariantCulture, $"damaged-{i}.pdf");
                SheetReading reading = await Task.Run(() => reader.ReadAsync(name, damaged, cancellationToken), cancellationToken).WaitAsync(Hang, cancellationToken);
                Assert.True(reading.Sheet is not null ^ reading.SetAside is { Length: > 0 }, name);
                Interlocked.Add(ref reading.Sheet is not null ? ref read : ref aside, 1);
            });

        Assert.Equal(Files, read + aside);
        Assert.InRange(aside, 1, Files - 1);
    }

    /// <summary>Every third file is cut off, the others get one to sixty-four bytes changed.</summary>
    private static byte[] Damage(byte[] pdf, int file)
    {
        var random = new Random(Seed + file);
        if (file % 3 == 0)
        {
            return pdf[..random.Next(pdf.Length)];
        }

        for (int flips = 1 << random.Next(7); flips > 0; flips--)
        {
            pdf[random.Next(pdf.Length)] = (byte)random.Next(256);
        }

        return pdf;
    }
}
