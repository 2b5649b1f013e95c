using System.Text;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Api.Chat;

/// <summary>The outcome of reading a chat request: a question, or what is wrong, by field.</summary>
internal sealed record ChatRequestReading
{
    private ChatRequestReading(Question? question, IReadOnlyDictionary<string, string[]> faults)
    {
        Question = question;
        Faults = faults;
    }

    public Question? Question { get; }

    public IReadOnlyDictionary<string, string[]> Faults { get; }

    /// <summary>All faults in one line, for the detail of a problem.</summary>
    public string Summary
    {
        get
        {
            var summary = new StringBuilder();
            foreach ((string place, string[] problems) in Faults)
            {
                summary.Append(summary.Length > 0 ? " " : "").Append(place == "$" ? "" : place + ": ").AppendJoin(' ', problems);
            }

            return summary.ToString();
        }
    }

    public static ChatRequestReading Of(Question question) => new(question, new Dictionary<string, string[]>());

    public static ChatRequestReading Faulty(IReadOnlyDictionary<string, string[]> faults) => new(null, faults);
}
