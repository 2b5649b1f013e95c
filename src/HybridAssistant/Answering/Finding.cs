using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Answering;

/// <summary>What steps 1 to 4 found for one question.</summary>
/// <param name="Question">What it asks.</param>
/// <param name="Retrieved">What retrieval brought.</param>
/// <param name="Selection">The candidates as scored.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="RetrieveMilliseconds">Time of steps 1 and 2.</param>
/// <param name="SelectMilliseconds">Time of steps 3 and 4.</param>
internal sealed record Finding(
    QuestionAnalysis Question,
    RetrievalResult Retrieved,
    FactSelection Selection,
    Decision Decision,
    double RetrieveMilliseconds,
    double SelectMilliseconds);
