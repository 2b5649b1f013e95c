using System.Collections.Immutable;
using System.Text.Json;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>An earlier report of the same cases, kept to notice when something got worse.</summary>
public sealed class Baseline
{
    // One case in a hundred: the noise of a reworded answer, not of a broken stage.
    private const double Tolerance = 0.01;

    private readonly ScoreSet _scores;

    private Baseline(ScoreSet scores) => _scores = scores;

    /// <summary>Reads a report that `hybrid eval --json` wrote.</summary>
    /// <exception cref="InvalidDataException">The file is no such report.</exception>
    public static async Task<Baseline> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        await using FileStream file = File.OpenRead(path);
        try
        {
            EvaluationJsonReport? report = await JsonSerializer.DeserializeAsync(
                file, EvaluationJson.Default.EvaluationJsonReport, cancellationToken);
            // Absent properties come as null, whatever their type says.
            return report?.Report?.Overall is { } scores
                ? new Baseline(scores)
                : throw new InvalidDataException($"'{path}' has no \"report\" with \"overall\": it is no report of 'hybrid eval --json'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is no report of 'hybrid eval --json': {e.Message}", e);
        }
    }

    /// <summary>The scores that are worse now, by more than one case in a hundred.</summary>
    /// <exception cref="InvalidDataException">The baseline is of another number of cases.</exception>
    public ImmutableArray<ScoreDrop> Compare(ScoreSet now)
    {
        if (_scores.Cases != now.Cases)
        {
            throw new InvalidDataException(
                $"The baseline is of {_scores.Cases} cases, this run of {now.Cases}: they cannot be compared. Write a new one with --json.");
        }

        return
        [
            .. Gains(_scores).Zip(Gains(now))
                .Where(pair => pair.First.Share is { } before && pair.Second.Share is { } after && after < before - Tolerance)
                .Concat(Losses(_scores).Zip(Losses(now))
                    .Where(pair => pair.First.Share is { } before && pair.Second.Share is { } after && after > before + Tolerance))
                .Select(pair => new ScoreDrop(pair.First.Name, pair.First.Share!.Value, pair.Second.Share!.Value))
        ];
    }

    private static IEnumerable<(string Name, double? Share)> Gains(ScoreSet scores) =>
    [
        ("page recall@1", scores.PageRecallAt1.Share),
        ("page recall@5", scores.PageRecallAt5.Share),
        ("value accuracy", scores.ValueAccuracy.Share),
        ("citation page", scores.CitationPage.Share),
        ("refusal recall", scores.RefusalRecall.Share),
        ("clarify right", scores.ClarifyRight.Share),
        ("valid JSON", scores.JsonValid.Share),
    ];

    private static IEnumerable<(string Name, double? Share)> Losses(ScoreSet scores) =>
    [
        ("wrong answers", scores.Wrong.Share),
        ("false refusals", scores.FalseRefusals.Share),
        ("ungrounded replies", scores.Ungrounded.Share),
    ];
}
