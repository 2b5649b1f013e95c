using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LLama;
using LLama.Exceptions;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// Writes messages in a model's chat template. The template's pieces and the messages' texts are split into tokens apart, so that
/// no text, of a user or of a sheet, can end its turn or begin another.
/// </summary>
internal sealed partial class ChatPromptEncoder
{
    private const string ChatMl = "chatml";
    private const string ChatMlTurn = "<|im_start|>";

    private readonly LanguageModel _model;
    private readonly string? _template;

    /// <summary>An encoder for a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="template">A template that llama.cpp knows by name; empty: the model's own, or ChatML where it has the tokens for it.</param>
    /// <exception cref="LanguageModelException">llama.cpp knows neither.</exception>
    public ChatPromptEncoder(LanguageModel model, string template)
    {
        _model = model;
        string?[] candidates = template.Length > 0 ? [template]
            : model.TokenizeTemplate(ChatMlTurn, addBeginning: false).Length == 1 ? [null, ChatMl] : [null];
        foreach (string? candidate in candidates)
        {
            _template = candidate;
            if (IsKnown())
            {
                return;
            }
        }

        throw new LanguageModelException(
            $"llama.cpp does not know the chat template of the model '{model.Path}'" + (template.Length > 0 ? $" named '{template}'. " : ". ")
            + "Set Behavior:Generation:Template to one that it knows by name, for instance 'chatml', 'llama3' or 'zephyr'.",
            model.Path);
    }

    /// <summary>Encodes messages, ready for the assistant's turn.</summary>
    /// <param name="messages">System, user and assistant messages.</param>
    /// <param name="sharedMessages">How many of the first messages many requests share.</param>
    /// <exception cref="NotSupportedException">A message is of another role.</exception>
    public ChatPrompt Encode(IReadOnlyList<ChatMessage> messages, int sharedMessages)
    {
        string[] roles = [.. messages.Select(message => RoleName(message.Role))];
        string whole = Render(roles, forReply: true);
        string shared = sharedMessages > 0 ? Render(roles.AsSpan(0, sharedMessages), forReply: false) : "";
        // A template may treat the last message apart; then nothing can be shared.
        int at = whole.StartsWith(shared, StringComparison.Ordinal) ? shared.Length : 0;
        ImmutableArray<int> first = Tokens(whole[..at], messages, isBeginning: true);
        ImmutableArray<int> rest = Tokens(whole[at..], messages, isBeginning: at == 0);
        return rest.IsEmpty && first.Length > 0 ? new ChatPrompt(first[..^1], first[^1..]) : new ChatPrompt(first, rest);
    }

    private static string RoleName(ChatRole role) => role.Value is "system" or "user" or "assistant"
        ? role.Value
        : throw new NotSupportedException($"A message has the role '{role.Value}'; 'system', 'user' and 'assistant' are understood.");

    // Which message stands where; the mark survives templates that trim.
    [GeneratedRegex("\u0001([0-9]+)\u0001", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    private bool IsKnown()
    {
        try
        {
            return Render(["user"], forReply: true).Contains('\u0001', StringComparison.Ordinal);
        }
        catch (TemplateNotFoundException)
        {
            return false;
        }
        catch (MissingTemplateException)
        {
            return false;
        }
    }

    private string Render(ReadOnlySpan<string> roles, bool forReply)
    {
        LLamaTemplate template = _template is null ? new LLamaTemplate(_model.Weights) : new LLamaTemplate(_template);
        template.AddAssistant = forReply;
        for (int i = 0; i < roles.Length; i++)
        {
            template.Add(roles[i], string.Create(CultureInfo.InvariantCulture, $"\u0001{i}\u0001"));
        }

        return Encoding.UTF8.GetString(template.Apply());
    }

    private ImmutableArray<int> Tokens(string rendered, IReadOnlyList<ChatMessage> messages, bool isBeginning)
    {
        ImmutableArray<int>.Builder tokens = ImmutableArray.CreateBuilder<int>();
        int at = 0;
        foreach (Match mark in Mark().Matches(rendered))
        {
            tokens.AddRange(_model.TokenizeTemplate(rendered[at..mark.Index], isBeginning && at == 0));
            tokens.AddRange(_model.Tokenize(messages[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].Text));
            at = mark.Index + mark.Length;
        }

        if (at < rendered.Length)
        {
            tokens.AddRange(_model.TokenizeTemplate(rendered[at..], isBeginning && at == 0));
        }

        return tokens.ToImmutable();
    }
}
