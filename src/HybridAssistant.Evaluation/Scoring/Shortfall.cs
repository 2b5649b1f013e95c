namespace HybridAssistant.Evaluation.Scoring;

/// <summary>Why a case failed: the first stage that lost it.</summary>
public enum Shortfall
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>No fact or passage of the page carries an accepted value.</summary>
    NotRead,

    /// <summary>The value was read, but only as a fact too doubtful to quote.</summary>
    ReadAsDoubtful,

    /// <summary>It was read, but retrieval did not bring it.</summary>
    NotRetrieved,

    /// <summary>It was retrieved, but something else was answered.</summary>
    WrongFactChosen,

    /// <summary>It was retrieved, but the question was refused or not answered.</summary>
    Refused,

    /// <summary>It was retrieved, but the reply asked back.</summary>
    AskedBack,

    /// <summary>A question that no sheet answers was answered.</summary>
    AnsweredUnanswerable,

    /// <summary>The reply should have asked back, with all the choices.</summary>
    NotClarified,
}
