using System.Text;

namespace HybridAssistant.Api.Pages;

/// <summary>
/// Our scripts and styles as they are sent: without indentation and without the comments that have lines of their own, which are a
/// fifth of the weight. The files keep to a form that makes this a matter of lines: no text literal goes over a line's end.
/// </summary>
internal static class SentCode
{
    private const string CommentStart = "/*";
    private const string CommentEnd = "*/";
    private const string LineComment = "//";

    /// <summary>The lines that a browser needs.</summary>
    public static string Of(string code)
    {
        var sent = new StringBuilder(code.Length);
        bool inComment = false;
        foreach (ReadOnlySpan<char> line in code.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> text = line.Trim();
            bool isComment = inComment || text.StartsWith(CommentStart, StringComparison.Ordinal);
            if (isComment)
            {
                inComment = !text.EndsWith(CommentEnd, StringComparison.Ordinal);
            }
            else if (!text.IsEmpty && !text.StartsWith(LineComment, StringComparison.Ordinal))
            {
                sent.Append(text).Append('\n');
            }
        }

        return sent.ToString();
    }
}
