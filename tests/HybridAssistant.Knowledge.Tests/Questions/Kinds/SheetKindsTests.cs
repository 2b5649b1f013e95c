using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Kinds;

public sealed class SheetKindsTests
{
    [Theory]
    [InlineData("KX – Single-stage centrifugal pumps for water", "The motor has a brake.", "centrifugal pump", true)]
    [InlineData("FD – Compact drives for pumps, fans and conveyors", "", "pump", false)]
    [InlineData("Accessories for gear motors", "", "gear motor", false)]
    [InlineData("LA-20, LA-30", "Electric linear actuators with DC motor and acme screw for hatches and machine guards.", "linear actuator", true)]
    [InlineData("LA-20, LA-30", "Electric linear actuators with DC motor and acme screw for hatches and machine guards.", "motor", false)]
    public void A_sheet_is_of_the_kind_that_its_title_or_its_first_sentence_names(string title, string head, string kind, bool expected)
    {
        ImmutableArray<Passage> passages = head.Length == 0 ? [] : [PassageOf(head)];
        int asked = Assert.Single(ProductKindLexicon.Default.Find(WordSplitter.Split(kind))).Kind;

        Assert.Equal(expected, SheetKinds.Of(SheetKinds.OfTitle(title), passages).Any(k => ProductKindLexicon.Default.IsA(k, asked)));
    }

    private static Passage PassageOf(string text) =>
        new() { Id = "p1", Document = "a.pdf", Page = 1, Text = text, Box = new BoundingBox(0, 100, 100, 120) };
}
