using HybridAssistant.Cli.Output;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Tests.Output;

public sealed class IngestionTextTests
{
    private static readonly Fact Before = new()
    {
        Id = "1", Document = "kx.pdf", Page = 2, Product = "KX-250", Attribute = "max. working pressure", Value = "12", Unit = "bar",
        Box = default, Confidence = 1,
    };

    private static readonly IngestionResult[] Results =
    [
        new("a.pdf", "in/a.pdf", IngestionOutcome.Added)
        {
            PageCount = 3, FactCount = 120, PassageCount = 7, Findings = [new SheetFinding(1, "Dropped 4 letters.")],
        },
        new("kx.pdf", "in/kx.pdf", IngestionOutcome.Replaced)
        {
            PageCount = 3, FactCount = 150, PassageCount = 8,
            Change = new SheetChange("kx.pdf", IsNew: false, [new FactChange(Before, Before with { Value = "10" })]),
        },
        new("z.pdf", "in/z.pdf", IngestionOutcome.SetAside) { Reason = "it is encrypted." },
    ];

    [Fact]
    public void Says_what_became_of_each_sheet_and_what_a_replacement_changed()
    {
        var console = new PlainConsole();
        var text = new IngestionText(new LineWriter(console.Console), json: false);

        Report(text);
        text.WriteSummary(new IngestionReport([.. Results], TimeSpan.FromSeconds(1.26)));

        Assert.Equal(
            [
                "a.pdf: added, 3 pages, 120 facts, 7 passages",
                "  p. 1: Dropped 4 letters.",
                "kx.pdf: replaced, 3 pages, 150 facts, 8 passages",
                "  KX-250 · max. working pressure: 12 bar -> 10 bar, p. 2",
                "z.pdf: set aside: it is encrypted.",
                "1 added, 1 replaced, 1 set aside in 1.3 s",
            ],
            console.Lines);
    }

    [Fact]
    public void Writes_one_JSON_object_a_sheet_for_scripts()
    {
        var console = new PlainConsole();

        Report(new IngestionText(new LineWriter(console.Console), json: true));

        Assert.Equal(
            """{"doc":"kx.pdf","source":"in/kx.pdf","outcome":"replaced","reason":null,"pages":3,"facts":150,"passages":8,"changes":["KX-250 · max. working pressure: 12 bar -> 10 bar, p. 2"]}""",
            console.Lines[1]);
        Assert.Contains("\"outcome\":\"set_aside\"", console.Lines[2], StringComparison.Ordinal);
    }

    private static void Report(IngestionText text)
    {
        for (int i = 0; i < Results.Length; i++)
        {
            text.Report(new IngestionProgress(Results[i].Document, IngestionStage.Reading, i, Results.Length));
            text.Report(new IngestionProgress(Results[i].Document, IngestionStage.Done, i + 1, Results.Length, Results[i]));
        }
    }
}
