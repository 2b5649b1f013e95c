using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Cli.Output;

/// <summary>Why a case failed, in words.</summary>
internal static class ShortfallText
{
    public static string Of(Shortfall shortfall) => shortfall switch
    {
        Shortfall.None => "right",
        Shortfall.NotRead => "not read",
        Shortfall.ReadAsDoubtful => "read as doubtful",
        Shortfall.NotRetrieved => "not retrieved",
        Shortfall.WrongFactChosen => "wrong fact chosen",
        Shortfall.Refused => "refused",
        Shortfall.AskedBack => "asked back",
        Shortfall.AnsweredUnanswerable => "not declined, though no sheet answers",
        _ => "not clarified",
    };
}
