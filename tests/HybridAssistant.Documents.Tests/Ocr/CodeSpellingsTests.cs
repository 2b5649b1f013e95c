using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class CodeSpellingsTests
{
    [Theory]
    [InlineData("NES61B NE561B", "NE561B NE561B")]
    [InlineData("NES61B NES61B NE561B", "NES61B NES61B NES61B")]
    [InlineData("KX-200 KX-250", "KX-200 KX-250")]
    [InlineData("500 5OO", "500 5OO")]
    public void One_code_gets_one_spelling(string read, string expected)
    {
        var pages = new List<PageContent> { Page(read) };

        CodeSpellings.Unify(pages);

        Assert.Equal(expected, string.Join(' ', pages[0].Lines[0].Words.Select(w => w.Text)));
    }

    private static PageContent Page(string text) => new()
    {
        Number = 1,
        Width = 100,
        Height = 100,
        ReadBy = ReadBy.Ocr,
        Lines = [new TextLine([.. text.Split(' ').Select(w => new Word { Text = w, Box = default, Baseline = 10, FontSize = 8 })], 10)],
    };
}
