namespace HybridAssistant.Serving;

/// <summary>A step of an answer on its way: <see cref="AnswerDecided"/>, <see cref="AnswerSentence"/> or <see cref="AnswerCompleted"/>.</summary>
public abstract record AnswerUpdate
{
    private protected AnswerUpdate()
    {
    }
}
