using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents;

/// <summary>The outcome of reading one PDF: a sheet, or the reason why it was set aside.</summary>
public sealed record SheetReading
{
    private SheetReading(SpecSheet? sheet, string? setAside)
    {
        Sheet = sheet;
        SetAside = setAside;
    }

    /// <summary>What was understood; null where the file was set aside.</summary>
    public SpecSheet? Sheet { get; }

    /// <summary>Why the file was set aside and what to do about it; null where it was read.</summary>
    public string? SetAside { get; }

    /// <summary>A sheet that was read.</summary>
    public static SheetReading Of(SpecSheet sheet) => new(sheet, null);

    /// <summary>A file that was set aside.</summary>
    public static SheetReading Aside(string reason) => new(null, reason);
}
