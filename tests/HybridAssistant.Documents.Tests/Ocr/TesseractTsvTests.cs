using HybridAssistant.Documents.Ocr;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class TesseractTsvTests
{
    [Fact]
    public void Reads_the_words_and_leaves_out_layout_rows_and_blanks()
    {
        const string tsv = """
            level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
            1	1	0	0	0	0	0	0	100	50	-1	
            5	1	2	1	3	1	10	20	30	8	96.5	26V
            5	1	2	1	3	2	50	20	3	8	95	 
            """;

        RecognizedWord word = Assert.Single(TesseractTsv.Read(tsv));

        Assert.Equal(("26V", 10, 20, 30, 8, 0.965, (2, 1, 3)), (word.Text, word.Left, word.Top, word.Width, word.Height, word.Confidence, word.Line));
    }
}
