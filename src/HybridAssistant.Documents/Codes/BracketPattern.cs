using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Documents.Codes;

/// <summary>
/// Reads ordering codes printed with bracketed alternatives: "SC-[5|7|11|15]-[8|10|13]-[B|T|TD]". A bracket around one
/// short code is optional ("-[UA]"), one around words is open ("[stroke in mm]").
/// </summary>
internal static partial class BracketPattern
{
    private const int MaxAlternatives = 64;

    /// <summary>The grammars of a line.</summary>
    public static IEnumerable<OrderingCodeGrammar> In(PrintedLine line)
    {
        foreach (Match match in Pattern().Matches(line.Text))
        {
            ImmutableArray<CodeSegment> segments = Segments(match.Value);
            // A lone bracket without alternatives is a remark ("KX-200 [bar]"), no grammar.
            bool hasChoices = segments.Any(s => s.Choices.Length > 1 && s.Choices.All(c => ChoiceCode().IsMatch(c.Code)));
            bool isCode = match.Value[..match.Value.IndexOfAny(['[', '{', '<'])] is var front && (front.TrimEnd()[^1] is '-' or '–' or '/' || front.Any(char.IsAsciiDigit));
            if (hasChoices && isCode)
            {
                yield return new OrderingCodeGrammar(match.Value, segments, line.Page);
            }
        }
    }

    private static ImmutableArray<CodeSegment> Segments(string pattern)
    {
        var segments = ImmutableArray.CreateBuilder<CodeSegment>();
        string text = "";
        foreach (Match piece in Piece().Matches(pattern))
        {
            if (!piece.Groups["group"].Success)
            {
                text += piece.Value;
                continue;
            }

            string[] choices = piece.Groups["group"].Value.Split(Separator(piece.Groups["group"].Value), StringSplitOptions.TrimEntries);
            bool isOptional = choices.Length == 1 && ShortCode().IsMatch(choices[0]);
            string dash = isOptional && text.Length > 0 && text[^1] is '-' or '–' or '/' or '.' ? text[^1..] : "";
            if (text.Length > dash.Length)
            {
                segments.Add(CodeSegment.Fixed(text[..^dash.Length]));
            }

            text = "";
            segments.Add(isOptional ? new CodeSegment("", [new CodeChoice(dash + choices[0], ""), new CodeChoice("", "")])
                : choices.Length == 1 ? new CodeSegment(choices[0], [])
                : new CodeSegment("", [.. choices.Take(MaxAlternatives).Select(c => new CodeChoice(c, ""))]));
        }

        if (text.Length > 0)
        {
            segments.Add(CodeSegment.Fixed(text));
        }

        return segments.ToImmutable();
    }

    private static char Separator(string group) =>
        group.Contains('|', StringComparison.Ordinal) ? '|' : group.Contains('/', StringComparison.Ordinal) ? '/' : ',';

    // A limit for texts made to keep it busy; far beyond what a line takes on a machine that is busy with other things.
    [GeneratedRegex(@"(?<![\w\]])[A-Z0-9][\w.]*(?:[-–/. ]{0,3}(?:[\[{<][^\]}>\[{<]{1,120}[\]}>]|(?<=[-–/.\]}>])[A-Z0-9]+))*[-–/. ]{0,3}[\[{<][^\]}>\[{<]{1,120}[\]}>](?:[-–/.]?[A-Z0-9]+)*", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[\[{<](?<group>[^\]}>]+)[\]}>]|[^\[{<]+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^[A-Z0-9][A-Za-z0-9.+-]{0,11}$|^[a-z]$", RegexOptions.CultureInvariant)]
    private static partial Regex ChoiceCode();

    [GeneratedRegex(@"^[A-Z0-9.+]{1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortCode();
}
