using System.Text;

namespace HybridAssistant.Documents.Tests.Robustness;

public sealed class SheetLimitsTests
{
    private static readonly string Sheet = RepositoryFolder.Find("corpus/sheets/screw-compressors/sc-5-15.pdf");

    [Fact]
    public async Task Files_that_are_no_PDF_are_set_aside_with_the_reason()
    {
        Assert.Equal("It is empty.", await SetAsideAsync([], new SheetLimits()));
        Assert.Equal("It is not a PDF: the signature '%PDF-' is missing.", await SetAsideAsync("<html>"u8.ToArray(), new SheetLimits()));
        Assert.StartsWith("It is damaged (", await SetAsideAsync("%PDF-1.7 and nothing more"u8.ToArray(), new SheetLimits()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_file_is_set_aside_with_what_to_do()
    {
        string text = Encoding.Latin1.GetString(HostilePdf.Text("secret"));
        string encrypted = text.Replace(
            "/Root 1 0 R",
            "/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"
                + new string('A', 64) + "> /U <" + new string('B', 64) + "> >>",
            StringComparison.Ordinal);

        Assert.Equal("It is encrypted. Save it without a password.", await SetAsideAsync(Encoding.Latin1.GetBytes(encrypted), new SheetLimits()));
    }

    [Fact]
    public async Task Files_beyond_a_limit_are_set_aside_with_the_limit_named()
    {
        byte[] pdf = await File.ReadAllBytesAsync(Sheet, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"It has {pdf.Length} bytes; Documents:Limits:MaxFileBytes allows 1024.",
            await SetAsideAsync(pdf, new SheetLimits { MaxFileBytes = 1024 }));
        Assert.Equal(
            "It has 2 pages; Documents:Limits:MaxPages allows 1.",
            await SetAsideAsync(pdf, new SheetLimits { MaxPages = 1 }));
        Assert.Contains(
            "letters; Documents:Limits:MaxLettersPerPage allows 10.",
            await SetAsideAsync(pdf, new SheetLimits { MaxLettersPerPage = 10 }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_file_is_set_aside()
    {
        Assert.Equal("Its 1 pages are blank.", await SetAsideAsync(HostilePdf.Text(""), new SheetLimits()));
    }

    private static async Task<string?> SetAsideAsync(byte[] pdf, SheetLimits limits) =>
        (await new SpecSheetReader(limits, null, TimeProvider.System).ReadAsync("x.pdf", pdf, TestContext.Current.CancellationToken)).SetAside;
}
