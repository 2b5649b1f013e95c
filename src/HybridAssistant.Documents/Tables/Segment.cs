using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Neighbouring words of a line with no more than a word space between them.</summary>
/// <param name="Line">The line.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index behind its last word.</param>
internal readonly record struct Segment(TextLine Line, int Start, int End)
{
    /// <summary>Left edge.</summary>
    public double X0 => Line.Words[Start].Box.X0;

    /// <summary>Right edge.</summary>
    public double X1 => Line.Words[End - 1].Box.X1;

    /// <summary>First word.</summary>
    public Word First => Line.Words[Start];

    /// <summary>Number of words.</summary>
    public int Count => End - Start;

    /// <summary>The words joined by blanks.</summary>
    public string Text => LineText.Of(Line.Words, Start, End);

    /// <summary>The words as a line of their own.</summary>
    public TextLine ToLine() => Start == 0 && End == Line.Words.Count
        ? Line
        : new TextLine(Line.Words.Skip(Start).Take(End - Start).ToArray(), Line.Baseline);
}
