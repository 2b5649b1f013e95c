using System.Text;
using System.Text.Json;

namespace HybridAssistant.Api.Pages;

/// <summary>
/// Joins the modules that the page loads one by one, and the widget's own, into one script for foreign pages, which need no
/// build step for it. The modules keep to a form that makes joining a matter of lines: imports on one line each at the top,
/// `export` only before a declaration, and names that are unique over all of them.
/// </summary>
internal static class WidgetScript
{
    // A module after those that it imports.
    private static readonly string[] Modules =
    [
        "elements.js", "event-stream.js", "problem.js", "assistant-client.js", "conversation.js", "citation-chip.js",
        "fact-table.js", "answer-text.js", "feedback-form.js", "answer-view.js", "question-form.js", "sheet-file.js", "sheet-viewer.js",
        "conversation-view.js", "desk-token.js", "widget.js",
    ];

    private static readonly string[] Styles = ["conversation.css", "sheet-viewer.css", "widget.css"];

    /// <summary>The script, as UTF-8.</summary>
    /// <param name="read">Reads a file of the page by its path, such as "assets/widget.js".</param>
    public static byte[] Join(Func<string, string> read)
    {
        var script = new StringBuilder();
        script.Append("(() => {\n\"use strict\";\n");
        string styles = string.Concat(Styles.Select(style => SentCode.Of(read("assets/" + style))));
        script.Append("const WIDGET_STYLES = ").Append(JsonSerializer.Serialize(styles, PageText.Default.String)).Append(";\n");
        foreach (string module in Modules)
        {
            foreach (string line in read("assets/" + module).Split('\n'))
            {
                if (!line.StartsWith("import ", StringComparison.Ordinal))
                {
                    script.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
                }
            }
        }

        return Encoding.UTF8.GetBytes("/* HybridAssistant: the element <hybrid-assistant>. */\n" + SentCode.Of(script.Append("})();\n").ToString()));
    }
}
