using System.Collections.Frozen;
using System.Text;

namespace HybridAssistant.Documents.Tables;

/// <summary>The usual headings of spec tables and what they mean, read from <c>header-words.tsv</c>.</summary>
internal static class HeaderWords
{
    private static readonly FrozenDictionary<string, ColumnRole> Roles = Load();

    /// <summary>The meaning of a heading; <see cref="ColumnRole.None"/> where it is not a usual one.</summary>
    public static ColumnRole RoleOf(string heading)
    {
        if (heading.Length is 0 or > 48)
        {
            return ColumnRole.None;
        }

        string key = Fold(heading);
        if (Roles.TryGetValue(key, out ColumnRole role))
        {
            return role;
        }

        // "Pololu Item", "Stock model": what such words name is a product.
        int last = key.LastIndexOf(' ');
        if (last > 0 && key[(last + 1)..] is "item" or "model" or "part")
        {
            return ColumnRole.Key;
        }

        // "NTE Type No.", "Our model": a maker's or the table's own word before a usual heading for part numbers.
        int space = key.IndexOf(' ');
        return space > 0 && Roles.TryGetValue(key[(space + 1)..], out role) && role == ColumnRole.Key && key[(space + 1)..].Contains(' ')
            ? role
            : ColumnRole.None;
    }

    private static string Fold(string heading)
    {
        var key = new StringBuilder(heading.Length);
        foreach (char c in heading)
        {
            if (char.IsWhiteSpace(c))
            {
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
            else if (c is '(' or '[')
            {
                break;
            }
            else if (c is not ('.' or ':' or '*' or '†' or '‡'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString().TrimEnd();
    }

    private static FrozenDictionary<string, ColumnRole> Load()
    {
        var roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (string[] row in DataTable.Rows("Tables.header-words.tsv", 2))
        {
            ColumnRole role = Enum.Parse<ColumnRole>(row[0], ignoreCase: true);
            foreach (string heading in row[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                roles.TryAdd(Fold(heading), role);
            }
        }

        return roles.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
