using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Evaluation;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Reporting;
using HybridAssistant.Evaluation.Scoring;
using HybridAssistant.Evaluation.Selection;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Selection;
using Microsoft.Extensions.AI;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid eval`: scores the assistant on cases, or the selector alone.</summary>
internal static class EvalCommand
{
    private static readonly Option<string[]> Cases = new("--cases")
    {
        Description = "Case files, one JSON object a line.",
        HelpName = "FILE...",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Selection = new("--selection")
    {
        Description = "Selection cases: measures the selector alone, without an index.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Variant = new("--variant")
    {
        Description = $"What words the answers: {string.Join(", ", EvaluationRung.Variants)}; several are put side by side.",
        HelpName = "VARIANT...",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [EvaluationRung.Variants[0]],
    };

    private static readonly Option<string> Grammar = new("--grammar")
    {
        Description = "Whether the grammar binds a model's replies: on, off, or both side by side.",
        DefaultValueFactory = _ => "on",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Show which line was chosen over which, for each failing case.",
    };

    private static readonly Option<string?> Earlier = new("--baseline")
    {
        Description = "A report written with --json: end with 1 where a score is worse by more than one case in a hundred.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Fit = new("--fit")
    {
        Description = "Fit the selector's weights on the cases, report their cross-validation, and write them into a folder.",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("eval", "Scores the assistant on evaluation cases.") { Cases, Selection, Variant, Grammar, Explain, Earlier, Fit, Json };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Cases) is not { Length: > 0 }) == (result.GetValue(Selection) is null))
            {
                result.AddError("Give either --cases FILE... or --selection FILE.");
            }

            foreach (string variant in (result.GetValue(Variant) ?? []).Except(EvaluationRung.Variants))
            {
                result.AddError($"There is no variant '{variant}'; there are: {string.Join(", ", EvaluationRung.Variants)}.");
            }

            if (result.GetValue(Grammar) is not (null or "on" or "off" or "both"))
            {
                result.AddError("--grammar takes on, off or both.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Selection) is { } selection)
        {
            await using var session = CliSession.Open(parsed);
            return await SelectAsync(session, parsed, selection, cancellationToken);
        }

        ImmutableArray<EvaluationRung> rungs = EvaluationRung.Of(parsed.GetRequiredValue(Variant), parsed.GetRequiredValue(Grammar));
        return rungs.Length == 1
            ? await AskAsync(parsed, rungs[0], cancellationToken)
            : await CompareAsync(parsed, rungs, cancellationToken);
    }

    private static async Task<int> SelectAsync(CliSession session, ParseResult parsed, string file, CancellationToken cancellationToken)
    {
        RequireFiles([file]);
        ImmutableArray<SelectionCase> cases = await SelectionFile.ReadAsync(file, cancellationToken);
        var run = new SelectionRun(session.Get<IFactSelector>(), session.Find<IEmbeddingGenerator<string, Embedding<float>>>());
        ImmutableArray<SelectionResult> results = await run.RunAsync(cases, cancellationToken);
        SelectionScore score = SelectionScore.Of(results);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(SelectionSummary.Of(score), CliJson.Readable.SelectionSummary));
        }
        else
        {
            SelectionText.Write(Console.Out, score, results, parsed.GetValue(Explain));
        }

        return ExitCode.Ok;
    }

    private static async Task<int> AskAsync(ParseResult parsed, EvaluationRung rung, CancellationToken cancellationToken)
    {
        ImmutableArray<CaseResult> results = await AskAllAsync(parsed, rung, cancellationToken);
        if (parsed.GetValue(Fit) is { } folder)
        {
            await FitReport.WriteAsync(results, folder, Console.Out, cancellationToken);
            return ExitCode.Ok;
        }

        EvaluationReport report = EvaluationReport.Of(rung.Name, results);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(EvaluationJsonReport.Of(report, results), EvaluationJson.Readable.EvaluationJsonReport));
        }
        else
        {
            EvaluationText.Write(AnsiConsole.Console, report, results, parsed.GetValue(Explain));
        }

        return await CompareAsync(parsed, report, cancellationToken);
    }

    private static async Task<int> CompareAsync(ParseResult parsed, ImmutableArray<EvaluationRung> rungs, CancellationToken cancellationToken)
    {
        var reports = ImmutableArray.CreateBuilder<EvaluationReport>();
        foreach (EvaluationRung rung in rungs)
        {
            reports.Add(EvaluationReport.Of(rung.Name, await AskAllAsync(parsed, rung, cancellationToken)));
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(reports.ToImmutable(), EvaluationJson.Readable.ImmutableArrayEvaluationReport));
        }
        else
        {
            RungText.Write(AnsiConsole.Console, reports);
        }

        return ExitCode.Ok;
    }

    private static async Task<ImmutableArray<CaseResult>> AskAllAsync(ParseResult parsed, EvaluationRung rung, CancellationToken cancellationToken)
    {
        string[] files = parsed.GetRequiredValue(Cases);
        RequireFiles([.. files, .. parsed.GetValue(Earlier) is { } earlier ? [earlier] : Array.Empty<string>()]);
        ImmutableArray<EvaluationCase> cases = await CaseFile.ReadAsync(files, cancellationToken);
        if (cases.IsEmpty)
        {
            throw new BadInputException($"There is no case in {string.Join(", ", files)}.");
        }

        await using var session = CliSession.Open(parsed, rung.Settings.AsSpan());
        ResponseValidator validator = await ResponseValidator.LoadAsync(cancellationToken);
        var run = new EvaluationRun(
            session.Get<IQuestionAnswerer>(),
            session.Get<IKnowledgeIndex>(),
            session.Get<TimeProvider>(),
            new EvaluationOptions { ValidateJson = validator.FindError });
        return await ProgressDisplay.RunAsync(
            rung.Name, cases.Length, progress => run.RunAsync(cases, new StepProgress(progress, cases.Length), cancellationToken));
    }

    private static async Task<int> CompareAsync(ParseResult parsed, EvaluationReport report, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Earlier) is not { } path)
        {
            return ExitCode.Ok;
        }

        Baseline baseline = await Baseline.ReadAsync(path, cancellationToken);
        ImmutableArray<ScoreDrop> drops = baseline.Compare(report.Overall);
        foreach (ScoreDrop drop in drops)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"worse than the baseline: {drop.Score} {drop.Before:0.000} -> {drop.After:0.000}"));
        }

        return drops.IsEmpty ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void RequireFiles(string[] files)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new BadInputException($"There is no file '{missing}'.");
        }
    }
}
