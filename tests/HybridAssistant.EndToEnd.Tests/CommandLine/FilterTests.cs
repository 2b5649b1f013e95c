using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

/// <summary>Questions that are restricted to a product or to a document.</summary>
public sealed class FilterTests : IngestedSheet
{
    public override async ValueTask InitializeAsync()
    {
        Workspace.PutSheet("centrifugal-pumps/kx-series-rev-b.pdf", "kx-b.pdf");
        Workspace.PutSheet("gear-motors/gm-37.pdf", "gm.pdf");
        await base.InitializeAsync();
    }

    [Theory]
    [InlineData("Weight?", "KX-250", "74 kg")]
    [InlineData("Which working pressure may the system have at most with hot water of 120 degrees?", "KX-250", "10 bar")]
    [InlineData("Which seal kit fits?", "KX-250", "SK-254-E or SK-254-V")]
    [InlineData("Which seal kit fits the KX-250?", "KX-250", "SK-254-E or SK-254-V")]
    [InlineData("What does SK-254-E contain?", "KX-250", "Mechanical seal")]
    [InlineData("Weight of the KX-200?", "KX-250", "46 kg")]
    public async Task A_question_is_asked_of_the_product_unless_it_names_another_of_its_sheets(string question, string product, string stated)
    {
        JsonElement answer = await AskAsync(question, "--product", product);

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Contains(stated, answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Weight?", "ZZ-900", "not_found")]
    [InlineData("Weight of the GM-37?", "KX-250", "not_found")]
    [InlineData("Who won the football match yesterday?", "KX-250", "refused")]
    public async Task No_other_sheet_answers(string question, string product, string status)
    {
        JsonElement answer = await AskAsync(question, "--product", product);

        Assert.Equal(status, answer.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("kx-b.pdf", "10 bar")]
    [InlineData("kx.pdf", "12 bar")]
    public async Task A_named_document_answers_also_where_a_later_revision_superseded_it(string document, string stated)
    {
        JsonElement answer = await AskAsync("Max. working pressure of the KX-250 at 120 °C?", "--document", document);

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Contains(stated, answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal(document, answer.GetProperty("citations")[0].GetProperty("document").GetString());
    }

    private async Task<JsonElement> AskAsync(string question, params string[] filter)
    {
        CommandOutcome outcome = await Workspace.RunAsync(["ask", question, "--json", .. filter]);
        return JsonSerializer.Deserialize<JsonElement>(outcome.Output);
    }
}
