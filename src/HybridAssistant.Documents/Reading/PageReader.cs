using HybridAssistant.Core.Sheets;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace HybridAssistant.Documents.Reading;

/// <summary>Turns a PdfPig page into lines of words, rules and coloured areas, with the origin top-left as displayed.</summary>
internal sealed class PageReader
{
    /// <summary>Reads what a person sees on the page.</summary>
    public PageContent Read(Page page)
    {
        var extractor = new RuleExtractor(page.Width, page.Height);
        foreach (PdfPath path in page.Paths)
        {
            extractor.Add(path);
        }

        List<BoundingBox> images = ImageBoxes(page);
        var visibility = new VisibilityFilter(page.Width, page.Height, extractor.Backdrops, images);
        var level = new List<Glyph>(page.Letters.Count);
        var upward = new List<Glyph>();
        var downward = new List<Glyph>();
        foreach (Letter letter in page.Letters)
        {
            string text = GlyphText.Clean(letter.Value);
            if (text.Length == 0 || !visibility.Admits(letter, text))
            {
                continue;
            }

            switch (letter.TextOrientation)
            {
                case TextOrientation.Horizontal:
                    level.Add(ToGlyph(letter, text, letter.StartBaseLine.X, letter.EndBaseLine.X, page.Height - letter.StartBaseLine.Y));
                    break;
                case TextOrientation.Rotate270:
                    upward.Add(ToGlyph(letter, text, letter.StartBaseLine.Y, letter.EndBaseLine.Y, letter.StartBaseLine.X));
                    break;
                case TextOrientation.Rotate90:
                    downward.Add(ToGlyph(letter, text, page.Height - letter.StartBaseLine.Y, page.Height - letter.EndBaseLine.Y, -letter.StartBaseLine.X));
                    break;
                default:
                    break;
            }
        }

        List<TextLine> lines = ScriptJoiner.Join(LineBuilder.Build(level));
        return new PageContent
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Lines = lines,
            VerticalWords =
            [
                .. VerticalWords(upward, box => new BoundingBox(box.Y0, page.Height - box.X1, box.Y1, page.Height - box.X0)),
                .. VerticalWords(downward, box => new BoundingBox(-box.Y1, box.X0, -box.Y0, box.X1)),
            ],
            Rules = RuleMerger.Merge(extractor.Rules),
            Fills = extractor.Fills,
            HasGraphics = page.NumberOfImages > 0 || page.Paths.Count > 0,
            Findings = visibility.Findings(page.Number),
            ReadBy = visibility.SawOcrLayer ? ReadBy.Ocr : ReadBy.Text,
        };
    }

    private static Glyph ToGlyph(Letter letter, string text, double start, double end, double baseline)
    {
        double size = letter.PointSize > 0 ? letter.PointSize : letter.BoundingBox.Height;
        return new Glyph(text, Math.Min(start, end), Math.Max(start, end), baseline, size, IsBold(letter), ColorValue.Of(letter.Color));
    }

    private static bool IsBold(Letter letter)
    {
        if (letter.FontDetails.IsBold)
        {
            return true;
        }

        string? name = letter.FontName;
        return name is not null
            && (name.Contains("bold", StringComparison.OrdinalIgnoreCase)
                || name.Contains("black", StringComparison.OrdinalIgnoreCase)
                || name.Contains("heavy", StringComparison.OrdinalIgnoreCase)
                || name.Contains("demi", StringComparison.OrdinalIgnoreCase));
    }

    private static List<BoundingBox> ImageBoxes(Page page)
    {
        var boxes = new List<BoundingBox>();
        if (page.NumberOfImages == 0)
        {
            return boxes;
        }

        foreach (IPdfImage image in page.GetImages())
        {
            PdfRectangle r = image.BoundingBox;
            boxes.Add(new BoundingBox(r.Left, page.Height - r.Top, r.Right, page.Height - r.Bottom));
        }

        return boxes;
    }

    private static IEnumerable<Word> VerticalWords(List<Glyph> glyphs, Func<BoundingBox, BoundingBox> toPage)
    {
        foreach (TextLine line in LineBuilder.Build(glyphs))
        {
            foreach (Word word in line.Words)
            {
                yield return word with { Box = toPage(word.Box), Vertical = true };
            }
        }
    }
}
