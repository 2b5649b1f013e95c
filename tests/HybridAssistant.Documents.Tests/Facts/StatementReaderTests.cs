using HybridAssistant.Documents.Facts;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("43.2 ~ 52.8V", "43.2 ~ 52.8 [V]")]
    [InlineData("0-58 gpm / 220 lpm", "0-58 [gpm]; 220 [lpm]")]
    [InlineData("23.0 grams (0.8 oz.)", "23.0 [grams]; 0.8 [oz.]")]
    [InlineData("50Hz / 60Hz", "50Hz / 60Hz []")]
    [InlineData("70mm × 150mm × 250mm / 2.8″ × 6″ × 9.8″", "70mm × 150mm × 250mm []; 2.8″ × 6″ × 9.8″ []")]
    [InlineData("> 60 krad Total Dose. > 5 mm Al equivalent shield", "> 60 [krad] Total Dose; > 5 [mm] Al equivalent shield")]
    [InlineData("Fixed 3.3 /5V DC. 1.8A cont. 2A Max.", "3.3 /5 [V DC] Fixed; 1.8 [A] cont; 2 [A] Max")]
    [InlineData("215*115*30mm (L*W*H)", "215*115*30 [mm] L*W*H")]
    [InlineData("DC to 100 MHz", "DC to 100 [MHz]")]
    public void Separates_values_and_units(string text, string expected) => Assert.Equal(expected, Print(text));

    [Theory]
    [InlineData("16ms/230VAC", "16 [ms] 230VAC")]
    [InlineData("1300ms, 50ms/230VAC", "1300 [ms] 230VAC; 50 [ms] 230VAC")]
    [InlineData("Tested at 100 psi (Not to exceed 125 psi)", "100 [psi] Tested at; 125 [psi] Not to exceed")]
    [InlineData("5 µS/cm, 20 µS/cm for demineralised water", "5 [µS/cm]; 20 [µS/cm] for demineralised water")]
    [InlineData("150 Megohms (min.) at 500VDC", "150 [Megohms] min. at 500VDC")]
    [InlineData("60 minutes maximum", "60 [minutes] maximum")]
    [InlineData("240 ~ 370VDC (switch on 230VAC)", "240 ~ 370 [VDC] switch on 230VAC")]
    [InlineData("12ms/115VAC at full load", "12 [ms] 115VAC at full load")]
    [InlineData("-25 ~ +70℃ (Refer to the derating curve)", "-25 ~ +70 [℃] Refer to the derating curve")]
    [InlineData("2.5 kV AC, 1 min", "2.5 [kV AC] 1 min")]
    [InlineData("RTH3≧50℃ FAN ON, ≦40℃ FAN OFF", "≧50 [℃] RTH3 FAN ON; ≦40 [℃] RTH3 FAN OFF")]
    [InlineData("0.76Kg; 15pcs/12.4Kg/0.78CUFT", "0.76 [Kg]; 15 [pcs]; 12.4 [Kg] 15pcs; 0.78 [CUFT] 15pcs")]
    [InlineData("US$80,000 each", "80,000 [US$] each")]
    [InlineData("−40 … +100 °C ²⁾", "−40 … +100 [°C]")]
    public void Keeps_what_qualifies_a_value_as_its_condition(string text, string expected) => Assert.Equal(expected, Print(text));

    [Fact]
    public void Divides_a_text_at_its_own_labels()
    {
        Assert.Equal("Nominal: 24 V to 34 V []; Maximum: 50 [V]", Print("Nominal: 24 V to 34 V, Maximum: 50 V"));
        Assert.Equal("LVD: EN 61010 []; EMC: EN 55011 []", Print("LVD: EN 61010, EMC: EN 55011"));
    }

    [Theory]
    [InlineData("XFP, 10G Multirate 9.95-11.1Gbps, CWDM, 40km, 14dB, LC, 1470nm")]
    [InlineData("10 ~ 500Hz, 5G 10min./1cycle, 60min. each along X, Y, Z axes")]
    [InlineData("Stainless steel 1.4408 (CF8M)")]
    [InlineData("4 Digit LCD")]
    [InlineData("10G FC")]
    public void Leaves_a_text_whole_that_only_mentions_quantities(string text) => Assert.Equal(text + " []", Print(text));

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("n/a")]
    [InlineData("  ")]
    public void States_nothing_where_a_cell_is_blank(string text) => Assert.Empty(StatementReader.Read(text));

    private static string Print(string text) => string.Join("; ", StatementReader.Read(text)
        .Select(s => $"{(s.Label.Length > 0 ? s.Label + ": " : "")}{s.Value} [{s.Unit}] {s.Condition}".TrimEnd()));
}
