using System.Collections.Immutable;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Verification;

public sealed class WordingVerifierTests
{
    private static readonly Question Asked = new() { Message = "Does the KX-200 stand 25 bar at 80 °C?" };

    private static readonly Decision One = Decisions.Answered(Decisions.Fact("KX-200", "Max. pressure", "at 80 °C", "16", "bar"));

    private static readonly Decision Two = Decisions.Answered(
        Decisions.Fact("KX-200", "Max. pressure", "", "16", "bar"), Decisions.Fact("KX-250", "Max. pressure", "", "25", "bar"));

    private readonly WordingVerifier _verifier = new();

    [Theory]
    [InlineData("The KX-200 takes 16 bar at 80 °C.")]
    [InlineData("16 bar (at 80 °C) is the maximum pressure of the kx-200.")]
    [InlineData("At 80 °C, the max. pressure is 16bar.")]
    public void Passes_what_the_sheet_prints(string text) => Assert.Empty(_verifier.Verify(text, One, Asked));

    [Theory]
    [InlineData("It takes 16 bar, not 25 bar.", VerificationFaultKind.Ungrounded, "25")]
    [InlineData("It takes 160 bar.", VerificationFaultKind.Ungrounded, "160")]
    [InlineData("It takes 16.5 bar or 16 bar.", VerificationFaultKind.Ungrounded, "16.5")]
    [InlineData("It takes -16 bar.", VerificationFaultKind.Ungrounded, "-16")]
    [InlineData("It takes 16 bar for twenty minutes.", VerificationFaultKind.NumberWord, "twenty")]
    [InlineData("It takes 16 bar and half a bar.", VerificationFaultKind.NumberWord, "half")]
    [InlineData("It takes 16 bar and ١٦ bar.", VerificationFaultKind.Ungrounded, "١٦")]
    [InlineData("It takes 16 bar with seal NBR.", VerificationFaultKind.Code, "NBR")]
    [InlineData("It tаkes 16 bar.", VerificationFaultKind.LookAlike, "а")]
    [InlineData("It takes 16 bar\u200b.", VerificationFaultKind.LookAlike, "\u200b")]
    [InlineData("It does not take 16 bar.", VerificationFaultKind.Negation, "not")]
    [InlineData("It takes at least 16 bar.", VerificationFaultKind.Comparative, "least")]
    [InlineData("The KX-200 stands it.", VerificationFaultKind.MissingValue, "16 bar")]
    [InlineData("It takes 16 psi.", VerificationFaultKind.Misattributed, "16")]
    [InlineData("It takes {v1} or 16 bar.", VerificationFaultKind.LookAlike, "{")]
    [InlineData("It takes 16 (psi).", VerificationFaultKind.Misattributed, "16")]
    [InlineData("It takes 16\npsi.", VerificationFaultKind.Misattributed, "16")]
    [InlineData("It takes 16 bar, sixfold.", VerificationFaultKind.NumberWord, "sixfold")]
    [InlineData("It takes 16 bar, doubling at rest.", VerificationFaultKind.NumberWord, "doubling")]
    [InlineData("It takes 16 bar, a quadrillion.", VerificationFaultKind.NumberWord, "quadrillion")]
    [InlineData("It takes 16 bar, xix.", VerificationFaultKind.NumberWord, "xix")]
    [InlineData("Using it at 16 bar is prohibited.", VerificationFaultKind.Negation, "prohibited")]
    [InlineData("It is excluded at 16 bar.", VerificationFaultKind.Negation, "excluded")]
    [InlineData("It takes 16 bar upwards.", VerificationFaultKind.Comparative, "upwards")]
    [InlineData("It surpasses 16 bar.", VerificationFaultKind.Comparative, "surpasses")]
    public void Names_what_nothing_prints(string text, VerificationFaultKind kind, string concerned) =>
        Assert.Contains(_verifier.Verify(text, One, Asked), f => f.Kind == kind && f.Text.StartsWith(concerned, StringComparison.Ordinal));

    [Fact]
    public void Passes_each_value_behind_its_product() =>
        Assert.Empty(_verifier.Verify("The KX-200 takes 16 bar and the KX-250 takes 25 bar.", Two, Asked));

    [Theory]
    [InlineData("The KX-250 takes 16 bar and the KX-200 takes 25 bar.")]
    [InlineData("They take 16 bar and 25 bar.")]
    public void Refuses_a_value_of_another_product(string text) =>
        Assert.Contains(_verifier.Verify(text, Two, Asked), f => f.Kind == VerificationFaultKind.Misattributed);

    [Theory]
    [InlineData("The FAD is 3.15 m³/min (at 7.5 bar), or 2.65 m³/min (at 10 bar).", null)]
    [InlineData("At 10 bar the SC-18 has 2.65 m³/min, and at 7.5 bar 3.15 m³/min.", null)]
    [InlineData("The FAD is 2.65 m³/min (at 7.5 bar), or 3.15 m³/min (at 10 bar).", "2.65 m³/min")]
    [InlineData("At 7.5 bar the SC-18 has 2.65 m³/min, and at 10 bar 3.15 m³/min.", "3.15 m³/min")]
    [InlineData("The FAD is 3.15 m³/min (at 7.5 bar), or 2.65 m³/min.", "2.65 m³/min")]
    public void Demands_each_value_under_its_own_condition(string text, string? stray)
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("SC-18", "FAD", "at 7.5 bar", "3.15", "m³/min"), Decisions.Fact("SC-18", "FAD", "at 10 bar", "2.65", "m³/min"));

        Assert.Equal(stray, _verifier.Verify(text, decision, Asked).FirstOrDefault()?.Text);
    }

    [Fact]
    public void Demands_the_verdict_first()
    {
        Decision decided = One with { Verdict = Verdict.No };

        Assert.Empty(_verifier.Verify("No, the KX-200 takes 16 bar at 80 °C.", decided, Asked));
        Assert.Contains(_verifier.Verify("Yes, the KX-200 takes 16 bar at 80 °C.", decided, Asked), f => f.Kind == VerificationFaultKind.MissingVerdict);
    }

    [Fact]
    public void Lets_a_refusal_repeat_the_customers_number_and_deny()
    {
        Decision refused = new() { Status = AnswerStatus.NotFound, Confidence = 0 };

        Assert.Empty(_verifier.Verify("The sheets do not say whether it stands 25 bar.", refused, Asked));
        Assert.NotEmpty(_verifier.Verify("The sheets do not say more than 30 bar.", refused, Asked));
    }

    [Fact]
    public void Lets_a_value_be_said_once()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("SR-310", "Safety contacts", "", "3", ""));

        Assert.Empty(_verifier.Verify("The SR-310 has 3 safety contacts.", decision, Asked));
        Assert.Equal(
            VerificationFaultKind.Misattributed,
            Assert.Single(_verifier.Verify("The SR-310 has 3 safety contacts and ships in 3 boxes.", decision, Asked)).Kind);
    }

    [Theory]
    [InlineData("The SR-310 has 3 mm safety contacts.")]
    [InlineData("The safety contacts of the SR-310: 3 (bar).")]
    public void Refuses_a_unit_behind_a_number_that_has_none(string text) => Assert.Contains(
        _verifier.Verify(text, Decisions.Answered(Decisions.Fact("SR-310", "Safety contacts", "", "3", "")), Asked),
        f => f.Kind == VerificationFaultKind.Misattributed);

    [Fact]
    public void Reports_a_run_of_digits_once_however_long_it_is()
    {
        string run = new('9', 100_000);

        ImmutableArray<VerificationFault> faults = _verifier.Verify($"It takes 16 bar or {run}.", One, Asked);

        Assert.Equal(run + ".", Assert.Single(faults, f => f.Kind == VerificationFaultKind.Ungrounded).Text);
    }

    [Theory]
    [InlineData("CFP2-1HL=", "The CFP2-1HL=X takes 16 bar.")]
    [InlineData("-16L", "The K-16L takes 16 bar.")]
    public void Ends_a_printed_code_where_the_word_ends(string product, string text)
    {
        Decision decision = Decisions.Answered(Decisions.Fact(product, "Max. pressure", "", "16", "bar"));

        Assert.Empty(_verifier.Verify($"The {product} takes 16 bar.", decision, Asked));
        Assert.NotEmpty(_verifier.Verify(text, decision, Asked));
    }

    [Fact]
    public void Lets_a_question_back_say_which_one()
    {
        Decision asking = new() { Status = AnswerStatus.Clarify, Choices = ["KX-200", "KX-250"], Confidence = 0 };

        Assert.Empty(_verifier.Verify("Which one do you mean, the KX-200 or the KX-250?", asking, Asked));
        Assert.NotEmpty(_verifier.Verify("Do you mean the KX-200 with one channel or the KX-250?", asking, Asked));
    }
}
