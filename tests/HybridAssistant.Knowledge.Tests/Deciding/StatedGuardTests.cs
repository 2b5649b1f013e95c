using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Tests.Selection;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class StatedGuardTests
{
    private readonly FactBuilder _valves = new("ev.pdf", "EV solenoid valves");
    private readonly FactBuilder _spares = new("ev-spares.pdf", "EV coils and plugs");
    private readonly FactBuilder _others = new("px.pdf", "PX plugs");

    [Fact]
    public void What_another_sheet_of_the_named_series_states_far_better_is_kept()
    {
        ScoredFact plug = new(_spares.Fact("", "Plug, form A", "", "900-9004", "").Entry, 6, default);
        ScoredFact coil = new(_valves.Fact("", "Inrush", "", "21", "VA").Entry, -3, default);

        Assert.Equal(["900-9004", "21"], Kept(plug, coil));
    }

    [Fact]
    public void Lines_of_other_kinds_are_dropped_that_are_of_no_named_series_or_hardly_better()
    {
        ScoredFact plug = new(_others.Fact("", "Plug, form A", "", "900-9004", "").Entry, 6, default);
        ScoredFact near = new(_spares.Fact("", "Plug, form A", "", "900-9004", "").Entry, 1, default);

        Assert.Equal(["21"], Kept(plug, new(_valves.Fact("", "Inrush", "", "21", "VA").Entry, -3, default)));
        Assert.Equal(["21"], Kept(near, new(_valves.Fact("", "Inrush", "", "21", "VA").Entry, 0, default)));
    }

    private static string[] Kept(params ScoredFact[] facts)
    {
        var catalog = new ProductCatalog(
        [
            new CatalogSheet("ev.pdf", "EV solenoid valves", [new ProductName("EV-110", [], false)]),
            new CatalogSheet("ev-spares.pdf", "EV coils and plugs", [new ProductName("EV-110", [], false)]),
        ]);
        QuestionAnalysis question = new QuestionAnalyzer().Analyze(new Question { Message = "A form A plug for an EV-110 valve?" }, catalog);
        FactSelection selection = StatedGuard.OfCategory(question, ["ev.pdf"], new FactSelection([.. facts], 0.9), new DecidingOptions());
        return [.. selection.Facts.Select(f => f.Entry.Fact!.Value)];
    }
}
