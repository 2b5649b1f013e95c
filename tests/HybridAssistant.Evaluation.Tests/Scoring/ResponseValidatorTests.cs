using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Scoring;
using static HybridAssistant.Evaluation.Tests.SampleReply;

namespace HybridAssistant.Evaluation.Tests.Scoring;

public sealed class ResponseValidatorTests
{
    [Fact]
    public async Task A_response_as_the_service_writes_it_is_valid()
    {
        var validator = await ResponseValidator.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Null(validator.FindError(Of(AnswerStatus.NotFound, "Not stated.", []).Answer));
        Assert.Null(validator.FindError(Of(AnswerStatus.Answered, "12.4 kg.", [Weight]).Answer));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no json")]
    public async Task Anything_else_is_not(string json)
    {
        var validator = await ResponseValidator.LoadAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(validator.FindError(json));
    }

    [Fact]
    public async Task A_confidence_above_one_is_not()
    {
        var validator = await ResponseValidator.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Contains("confidence", validator.FindError(Of(AnswerStatus.Refused, "No.", []).Answer with { Confidence = 1.5 })!, StringComparison.Ordinal);
    }
}
