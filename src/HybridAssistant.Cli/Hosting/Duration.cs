using System.CommandLine.Parsing;
using System.Globalization;

namespace HybridAssistant.Cli.Hosting;

/// <summary>A length of time on the command line: a whole number with s, m, h or d.</summary>
internal static class Duration
{
    private const int MaxDays = 36_500;

    /// <summary>Reads an option's value.</summary>
    public static TimeSpan? Parse(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        TimeSpan? unit = text.Length > 1
            ? text[^1] switch
            {
                's' => TimeSpan.FromSeconds(1),
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                _ => null,
            }
            : null;
        if (unit is { } one
            && long.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            && count <= TimeSpan.FromDays(MaxDays) / one)
        {
            return count * one;
        }

        argument.AddError($"'{text}' is no duration. Give a whole number with s, m, h or d, such as 12h or 7d.");
        return null;
    }
}
