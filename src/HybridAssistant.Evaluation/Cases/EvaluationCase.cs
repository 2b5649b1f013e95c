using System.Collections.Immutable;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Evaluation.Cases;

/// <summary>One question with what a right reply holds.</summary>
public sealed record EvaluationCase
{
    /// <summary>Unique within a run.</summary>
    public required string Id { get; init; }

    /// <summary>The file that the case was read from, without folder: reported apart.</summary>
    public required string File { get; init; }

    /// <summary>File name of the sheet that states the answer; null where no sheet does, or several do.</summary>
    public string? Document { get; init; }

    /// <summary>Page that prints it, counted from 1; null without <see cref="Document"/>.</summary>
    public int? Page { get; init; }

    /// <summary>The question as a customer types it.</summary>
    public required string Question { get; init; }

    /// <summary>Earlier turns.</summary>
    public ImmutableArray<ChatTurn> History { get; init; } = [];

    /// <summary>Whether a sheet answers it.</summary>
    public required bool Answerable { get; init; }

    /// <summary>Accepted spellings of the key value; where a clarification is expected, all the choices it must offer.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What kind of question it is: scores are broken down by it.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the right reply asks back.</summary>
    public bool ExpectsClarification { get; init; }
}
