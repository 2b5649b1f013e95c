using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Whether a line states the end of the range that the question asks for.</summary>
internal static class ExtremumFit
{
    public static double Of(QuestionAnalysis question, LineProfile line)
    {
        if (question.Extremum == Extremum.None)
        {
            return 0;
        }

        bool max = line.Texts.Contains("max") || line.Texts.Contains("maximum") || line.Texts.Contains("exceed") || line.Texts.Contains("peak");
        bool min = line.Texts.Contains("min") || line.Texts.Contains("minimum");
        bool typical = line.Texts.Contains("typ") || line.Texts.Contains("typical") || line.Texts.Contains("nominal");
        bool range = line.ValueQuantities.Length > 1;
        return question.Extremum switch
        {
            Extremum.Maximum => max && !min ? 1 : range ? 0.5 : min || typical ? -1 : 0,
            Extremum.Minimum => min && !max ? 1 : range ? 0.5 : max || typical ? -1 : 0,
            _ => typical ? 1 : max || min ? -1 : 0,
        };
    }
}
