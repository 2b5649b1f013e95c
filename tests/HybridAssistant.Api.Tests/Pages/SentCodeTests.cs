using HybridAssistant.Api.Pages;

namespace HybridAssistant.Api.Tests.Pages;

public sealed class SentCodeTests
{
    [Fact]
    public void Leaves_out_indentation_and_comments_that_have_lines_of_their_own()
    {
        const string Code = """
            /** Says
             *  hello. */
            export function hello() {
              // To whom it may concern.
              return "// hello /*"; // stays

              /* gone */
            }
            """;

        Assert.Equal("export function hello() {\nreturn \"// hello /*\"; // stays\n}\n", SentCode.Of(Code));
    }

    [Fact]
    public void Every_text_literal_of_our_scripts_ends_on_its_line()
    {
        string[] scripts =
        [
            .. typeof(SentCode).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Pages/assets/", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(scripts);
        Assert.All(scripts, name =>
        {
            using var reader = new StreamReader(typeof(SentCode).Assembly.GetManifestResourceStream(name)!);
            Assert.All(reader.ReadToEnd().Split('\n'), line => Assert.True(IsOwnComment(line) || line.Count(sign => sign == '`') % 2 == 0, $"{name}: {line}"));
        });
    }

    // Comments quote names by the same sign; one quotation may go over two lines.
    private static bool IsOwnComment(string line) => line.TrimStart() is ['/', '/' or '*', ..] or ['*', ..];
}
