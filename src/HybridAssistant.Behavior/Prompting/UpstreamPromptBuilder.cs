using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>
/// Builds the messages that ask an upstream model for a wording. It sees the printed values, since it writes them itself; each
/// text of a customer or a sheet is one JSON string on one line, so that none can pose as a part of the prompt.
/// </summary>
public sealed class UpstreamPromptBuilder
{
    /// <summary>Version of these prompts.</summary>
    public const string Version = "upstream-1";

    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Models read and copy "°" better than "\u00B0"; nothing here goes into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _system = EmbeddedPrompt.Read("upstream-system.txt");
    private readonly PromptTemplate _facts = PromptTemplate.Load("upstream-facts.txt", "question", "verdict", "facts");
    private readonly PromptTemplate _quote = PromptTemplate.Load("upstream-quote.txt", "question", "verdict", "source", "quote");
    private readonly PromptTemplate _list = PromptTemplate.Load("upstream-list.txt", "question", "verdict", "attributes");
    private readonly PromptTemplate _choices = PromptTemplate.Load("upstream-choices.txt", "question", "choices");

    /// <summary>The messages for one wording.</summary>
    /// <param name="question">The customer's question.</param>
    /// <param name="decision">What was decided: answered, or asked back with choices.</param>
    /// <param name="isList">Whether code lists the facts behind the wording.</param>
    /// <param name="cancellationToken">Ends the rendering.</param>
    public async Task<ImmutableArray<ChatMessage>> BuildAsync(
        Question question, Decision decision, bool isList, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(decision);
        var variables = new KernelArguments
        {
            ["question"] = JsonSerializer.Serialize(question.Message, Line),
            ["verdict"] = decision.Verdict?.ToString() ?? "none",
        };
        string asked = await Fill(variables, decision, isList).RenderAsync(variables, cancellationToken).ConfigureAwait(false);
        return [new ChatMessage(ChatRole.System, _system), new ChatMessage(ChatRole.User, asked)];
    }

    private PromptTemplate Fill(KernelArguments variables, Decision decision, bool isList)
    {
        if (decision.Status == AnswerStatus.Clarify)
        {
            variables["choices"] = JsonSerializer.Serialize(decision.Choices, Line);
            return _choices;
        }

        if (decision.Evidence[0] is { Fact: null } quoted)
        {
            variables["source"] = JsonSerializer.Serialize(decision.Subject.Length > 0 ? decision.Subject : quoted.Title, Line);
            variables["quote"] = JsonSerializer.Serialize(quoted.Quote, Line);
            return _quote;
        }

        ImmutableArray<SpokenFact> facts = SpokenFact.AllOf(decision);
        if (isList)
        {
            variables["attributes"] = JsonSerializer.Serialize(facts.Select(f => f.Label.Head + f.Note).Distinct(StringComparer.Ordinal), Line);
            return _list;
        }

        variables["facts"] = string.Join('\n', facts.Select(f => JsonSerializer.Serialize(PrintedFact.Of(f), Line)));
        return _facts;
    }
}
