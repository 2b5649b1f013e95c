namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>The terms of a question as the text index knows them: its words and every code that they may spell.</summary>
internal static class TextQuery
{
    /// <summary>Distinct terms, words first.</summary>
    public static IReadOnlyList<string> Terms(IReadOnlyList<string> words)
    {
        var terms = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string term in words.SelectMany(LineTokenizer.Terms).Concat(CodeForms.OfTyped(string.Join(' ', words))))
        {
            if (seen.Add(term))
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    /// <summary>The FTS5 expression that matches any of the terms.</summary>
    public static string AnyOf(IEnumerable<string> terms) => string.Join(" OR ", terms.Select(term => $"\"{term}\""));
}
