using System.Collections.Immutable;
using System.Text.Json;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Evaluation.Cases;

/// <summary>Reads files of evaluation cases, one JSON object a line.</summary>
public static class CaseFile
{
    /// <summary>Reads all cases of some files, in order.</summary>
    /// <exception cref="CaseFormatException">A line is no case, or repeats the id of another.</exception>
    public static async Task<ImmutableArray<EvaluationCase>> ReadAsync(
        IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        var cases = ImmutableArray.CreateBuilder<EvaluationCase>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            int number = 0;
            await foreach (string line in File.ReadLinesAsync(path, cancellationToken))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                EvaluationCase read = Parse(path, number, line);
                if (!places.TryAdd(read.Id, $"{path}, line {number}"))
                {
                    throw new CaseFormatException(path, number, $"the id '{read.Id}' is taken already by {places[read.Id]}.");
                }

                cases.Add(read);
            }
        }

        return cases.ToImmutable();
    }

    private static EvaluationCase Parse(string path, int number, string line)
    {
        CaseLine read;
        try
        {
            read = JsonSerializer.Deserialize(line, CaseJson.Default.CaseLine)
                ?? throw new CaseFormatException(path, number, "the line is null.");
        }
        catch (JsonException e)
        {
            throw new CaseFormatException(path, number, $"no valid case: {e.Message}");
        }

        string Required(string? value, string name) => string.IsNullOrWhiteSpace(value)
            ? throw new CaseFormatException(path, number, $"\"{name}\" is missing.")
            : value;

        bool answerable = read.Answerable ?? throw new CaseFormatException(path, number, "\"answerable\" is missing.");
        ImmutableArray<string> values = [.. read.Values ?? []];
        if (answerable && values.IsEmpty)
        {
            throw new CaseFormatException(path, number, "an answerable case needs \"values\".");
        }

        if (read.Expect is not (null or "clarify"))
        {
            throw new CaseFormatException(path, number, $"\"expect\" is '{read.Expect}'; it may only be 'clarify'.");
        }

        return new EvaluationCase
        {
            Id = Required(read.Id, "id"),
            File = Path.GetFileName(path),
            Document = read.Document,
            Page = read.Page,
            Question = Required(read.Question, "question"),
            History = [.. (read.History ?? []).Select(turn => new ChatTurn(Role(path, number, turn.Role), turn.Content))],
            Answerable = answerable,
            Values = values,
            Kind = Required(read.Kind, "kind"),
            ExpectsClarification = read.Expect == "clarify",
        };
    }

    private static ChatRole Role(string path, int number, string role) => role switch
    {
        "user" => ChatRole.User,
        "assistant" => ChatRole.Assistant,
        _ => throw new CaseFormatException(path, number, $"the role '{role}' is neither 'user' nor 'assistant'."),
    };
}
