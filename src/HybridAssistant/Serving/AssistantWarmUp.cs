using HybridAssistant.Behavior;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Serving;

/// <summary>
/// Answers one question before the first customer asks, who then does not wait for what a first answer compiles and loads. It is
/// nobody's question: neither logged, nor kept, nor counted. An upstream is not asked, which may cost money or be away.
/// </summary>
public sealed class AssistantWarmUp
{
    private static readonly Question Question = new() { Message = "What is the maximum working pressure?" };

    private readonly AnswerPipeline _pipeline;
    private readonly IAnswerSpeaker _wording;

    internal AssistantWarmUp(AnswerPipeline pipeline, IAnswerSpeaker wording)
    {
        _pipeline = pipeline;
        _wording = wording;
    }

    /// <summary>Answers it.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) => _pipeline.WarmUpAsync(Question, _wording, cancellationToken);
}
