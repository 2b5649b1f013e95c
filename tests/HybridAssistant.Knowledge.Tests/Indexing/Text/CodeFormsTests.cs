using HybridAssistant.Knowledge.Indexing.Text;

namespace HybridAssistant.Knowledge.Tests.Indexing.Text;

public sealed class CodeFormsTests
{
    [Theory]
    [InlineData("KX-200/4", "kx200 kx2004 2004")]
    [InlineData("KX200", "kx200")]
    [InlineData("IP 65", "1p65")]
    [InlineData("12 V", "12v")]
    [InlineData("the 200 pumps", "")]
    [InlineData("2.5", "")]
    [InlineData("-10,5", "")]
    [InlineData("self-priming", "")]
    [InlineData("G 1/2", "g1 g12 12")]
    public void Printed_codes_have_their_joined_forms(string printed, string forms) =>
        Assert.Equal(forms, string.Join(' ', CodeForms.OfPrinted(printed)));

    [Theory]
    [InlineData("kx 200", "kx200")]
    [InlineData("kx 200 4", "kx200 kx2004")]
    [InlineData("KX-2OO", "kx200")]
    [InlineData("is it 16bar?", "16bar 1t16bar")]
    public void Typed_codes_need_no_capitals(string typed, string forms) =>
        Assert.Equal(forms.Split(' ').Order(StringComparer.Ordinal), CodeForms.OfTyped(typed).Order(StringComparer.Ordinal));
}
