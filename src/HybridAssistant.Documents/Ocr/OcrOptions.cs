using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Documents.Ocr;

/// <summary>How pages without text are recognised.</summary>
public sealed class OcrOptions
{
    /// <summary>Where these settings stand in the configuration.</summary>
    public const string Section = "Documents:Ocr";

    /// <summary>Whether pages without text are recognised where tesseract is installed. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The command, or its path. Default: tesseract.</summary>
    [Required]
    public string Command { get; set; } = "tesseract";

    /// <summary>Languages of the sheets as tesseract names them, joined by "+". Default: eng.</summary>
    [Required]
    [RegularExpression("^[A-Za-z_]{3,12}(\\+[A-Za-z_]{3,12})*$")]
    public string Languages { get; set; } = "eng";

    /// <summary>Resolution in dots per inch, 150 to 600. Default: 400; on a table of 6 point type 300 lost 6 of 53 decimal points, 400 lost 3 of 54.</summary>
    [Range(150, 600)]
    public int Dpi { get; set; } = 400;

    /// <summary>Longest time for one page in seconds, 1 to 300. Default: 60, fifteen times what a dense page takes.</summary>
    [Range(1, 300)]
    public int PageTimeoutSeconds { get; set; } = 60;
}
