using HybridAssistant.Core.Codes;

namespace HybridAssistant.Core.Tests.Codes;

public sealed class CodeFinderTests
{
    [Theory]
    [InlineData("How many amps does the LRS-350-24 deliver?", "LRS-350-24")]
    [InlineData("Receive sensitivity of the AdTran compatible 1442440F1?", "1442440F1")]
    [InlineData("Maximum output current of the TES 2N-2412?", "2N-2412")]
    [InlineData("what is kx200 rated for, and KX-200/4?", "kx200;KX-200/4")]
    [InlineData("Output OSNR of CFP2-WDM-DETS-1HL=?", "CFP2-WDM-DETS-1HL=")]
    [InlineData("ORDER PART NO. NE561B", "NE561B")]
    [InlineData("article no. 110-0254 or 7001-1008", "110-0254;7001-1008")]
    [InlineData("PT-40-010-A-G-1", "PT-40-010-A-G-1")]
    [InlineData("What ripple on the 36 V model of the MP7100xx supplies?", "MP7100xx")]
    [InlineData("height of the Hammond 1421T4 foot", "1421T4")]
    public void Finds_part_numbers_and_model_names(string text, string expected)
    {
        Assert.Equal(expected, string.Join(';', CodeFinder.Default.Find(text).Select(c => c.Text)));
    }

    [Theory]
    [InlineData("EN 60950-1, UL60950-1 and IEC61010-031")]
    [InlineData("protection IP65, thread M12x1 or G1/2")]
    [InlineData("output 4-20mA at 24V, 1-1/2\" pipe, 10x20mm")]
    [InlineData("printed 2018-08-16, 04/06/2022, 14-Jul-2021")]
    [InlineData("Tel: 888-874-7574, a 2-wire Pt100 over RS-485")]
    [InlineData("the 3-phase motor, 2nd stage, DIN EN ISO 9001")]
    [InlineData("at 1500rpm and 0.5m3/h, 12/24VDC")]
    [InlineData("2002/95/EC")]
    public void Swallows_no_quantities_standards_dates_or_telephone_numbers(string text)
    {
        Assert.Empty(CodeFinder.Default.Find(text));
    }
}
