using System.Globalization;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Cli.Output;

/// <summary>An answer for people: the text, then where each fact is printed.</summary>
internal static class AnswerText
{
    public static void Write(TextWriter output, Answer answer)
    {
        output.WriteLine(answer.Text);
        foreach (Citation citation in answer.Citations)
        {
            string revision = citation.Revision is { } mark ? $", rev. {mark}" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  [{citation.Id}] {citation.Document}, p. {citation.Page}{revision}: {citation.Quote}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  ({AnswerWords.Status(answer.Status)}, confidence {answer.Confidence:0.00}, {answer.Timings.TotalMs:0} ms)"));
    }
}
