using System.Collections.Immutable;
using System.Text.Json;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>
/// Builds the messages that ask a model for a wording: instructions, examples, then the question with its slots. Instructions
/// and examples are the same for every question of a status, so that their keys and values are computed once.
/// </summary>
public sealed class PromptBuilder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly PromptTemplate _system = PromptTemplate.Load("system.txt", "status");
    private readonly PromptTemplate _user = PromptTemplate.Load("user.txt", "question", "status", "slots");
    private readonly ImmutableArray<PromptExample> _examples;

    /// <summary>A builder.</summary>
    /// <param name="shots">Whether examples are given.</param>
    public PromptBuilder(bool shots = true) =>
        _examples = shots ? JsonSerializer.Deserialize<ImmutableArray<PromptExample>>(EmbeddedPrompt.Read("examples.json"), Json) : [];

    /// <summary>Version of prompts and examples, which answers record.</summary>
    public const string Version = "prompt-1";

    /// <summary>The messages for one reply.</summary>
    public async Task<ImmutableArray<ChatMessage>> BuildAsync(Question question, ReplySlots slots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(slots);
        string status = ReplyFrame.NameOf(slots.Status);
        var messages = ImmutableArray.CreateBuilder<ChatMessage>();
        messages.Add(new ChatMessage(ChatRole.System, await _system.RenderAsync(new KernelArguments { ["status"] = status }, cancellationToken).ConfigureAwait(false)));
        foreach (PromptExample example in _examples.Where(e => e.Status == status))
        {
            messages.Add(await AskAsync(example.Question, status, example.Slots, cancellationToken).ConfigureAwait(false));
            messages.Add(new ChatMessage(ChatRole.Assistant, $"{ReplyFrame.Open(slots.Status)}{example.Answer}{ReplyFrame.Close}"));
        }

        messages.Add(await AskAsync(
            question.Message, status, [.. slots.Slots.Select(s => $"{{{s.Name}}} = {s.Text}")], cancellationToken).ConfigureAwait(false));
        return messages.ToImmutable();
    }

    private async Task<ChatMessage> AskAsync(string question, string status, ImmutableArray<string> slots, CancellationToken cancellationToken) =>
        new(ChatRole.User, await _user.RenderAsync(
            new KernelArguments { ["question"] = question, ["status"] = status, ["slots"] = string.Join('\n', slots) }, cancellationToken).ConfigureAwait(false));
}
