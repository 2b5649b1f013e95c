using System.Collections.Immutable;
using System.Text.Json;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>
/// Builds the messages that ask a model for a wording: instructions, the examples whose kinds of slots the reply has, then the
/// question with its slots. Instructions and examples are the same for many questions, so that their keys and values are computed
/// once; every token of a reply still reads them, so that they are short.
/// </summary>
public sealed class PromptBuilder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly PromptTemplate _system = PromptTemplate.Load("system.txt", "status");
    private readonly PromptTemplate _user = PromptTemplate.Load("user.txt", "question", "slots");
    private readonly ImmutableArray<PromptExample> _examples;

    /// <summary>A builder.</summary>
    /// <param name="shots">Whether examples are given.</param>
    public PromptBuilder(bool shots = true) =>
        _examples = shots ? JsonSerializer.Deserialize<ImmutableArray<PromptExample>>(EmbeddedPrompt.Read("examples.json"), Json) : [];

    /// <summary>Version of prompts and examples, which answers record.</summary>
    public const string Version = "prompt-2";

    /// <summary>The messages for one reply.</summary>
    public async Task<ImmutableArray<ChatMessage>> BuildAsync(Question question, ReplySlots slots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(slots);
        string status = AnswerStatusName.Of(slots.Status);
        var messages = ImmutableArray.CreateBuilder<ChatMessage>();
        messages.Add(new ChatMessage(ChatRole.System, await _system.RenderAsync(new KernelArguments { ["status"] = status }, cancellationToken).ConfigureAwait(false)));
        foreach (PromptExample example in _examples.Where(e => e.Status == status && IsLike(e, slots)))
        {
            messages.Add(await AskAsync(example.Question, example.Slots, cancellationToken).ConfigureAwait(false));
            messages.Add(new ChatMessage(ChatRole.Assistant, $"{ReplyFrame.Open(slots.Status)}{example.Answer}{ReplyFrame.Close}"));
        }

        messages.Add(await AskAsync(
            question.Message, [.. slots.Slots.Select(s => $"{{{s.Name}}} = {s.Text}")], cancellationToken).ConfigureAwait(false));
        return messages.ToImmutable();
    }

    // Names, labels and conditions a model places alike; a verdict, a quotation and a value it places each in its own way.
    private static bool IsLike(PromptExample example, ReplySlots slots) =>
        new[] { SlotKind.Verdict, SlotKind.Sentence, SlotKind.Value }
            .All(kind => !example.Has(kind) || slots.Slots.Any(slot => slot.Kind == kind));

    private async Task<ChatMessage> AskAsync(string question, ImmutableArray<string> slots, CancellationToken cancellationToken) =>
        new(ChatRole.User, await _user.RenderAsync(
            new KernelArguments { ["question"] = question, ["slots"] = string.Join('\n', slots) }, cancellationToken).ConfigureAwait(false));
}
