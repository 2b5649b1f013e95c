using HybridAssistant.Core.Questions;
using HybridAssistant.Evaluation.Cases;

namespace HybridAssistant.Evaluation.Tests.Cases;

public sealed class CaseFileTests : IDisposable
{
    private const string Valid = """
        {"id":"a","doc":"kx.pdf","page":2,"question":"Weight?","history":[{"role":"user","content":"KX-200"}],"answerable":true,"values":["12 kg"],"unit":"kg","evidence":"Weight 12 kg","kind":"value"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cases-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reads_a_case_with_its_history()
    {
        var cases = await CaseFile.ReadAsync([Write("one.jsonl", Valid)], TestContext.Current.CancellationToken);

        EvaluationCase read = Assert.Single(cases);
        Assert.Equal("a", read.Id);
        Assert.Equal("one.jsonl", read.File);
        Assert.Equal(2, read.Page);
        Assert.Equal(new ChatTurn(ChatRole.User, "KX-200"), Assert.Single(read.History));
        Assert.Equal(["12 kg"], read.Values);
        Assert.False(read.ExpectsClarification);
    }

    [Theory]
    [InlineData("not json", "no valid case")]
    [InlineData("""{"id":"a","question":"?","answerable":true,"kind":"value"}""", "needs \"values\"")]
    [InlineData("""{"id":"a","question":"?","kind":"value"}""", "\"answerable\" is missing")]
    [InlineData("""{"question":"?","answerable":false,"kind":"value"}""", "\"id\" is missing")]
    [InlineData("""{"id":"a","question":"?","answerable":false,"kind":"value","expect":"no"}""", "'clarify'")]
    public async Task Names_the_line_and_what_is_wrong_with_it(string line, string problem)
    {
        string path = Write("bad.jsonl", Valid.Replace("\"a\"", "\"first\"", StringComparison.Ordinal), line);

        var error = await Assert.ThrowsAsync<CaseFormatException>(
            () => CaseFile.ReadAsync([path], TestContext.Current.CancellationToken));

        Assert.Equal(2, error.Line);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_id_that_another_file_took()
    {
        string first = Write("first.jsonl", Valid);
        string second = Write("second.jsonl", Valid);

        var error = await Assert.ThrowsAsync<CaseFormatException>(
            () => CaseFile.ReadAsync([first, second], TestContext.Current.CancellationToken));

        Assert.Contains("'a' is taken already by " + first, error.Message, StringComparison.Ordinal);
    }

    private string Write(string name, params string[] lines)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
