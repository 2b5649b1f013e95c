using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Documents;

/// <summary>What one file may cost. A file beyond a limit is set aside, naming the limit.</summary>
public sealed class SheetLimits
{
    /// <summary>Where these settings stand in the configuration.</summary>
    public const string Section = "Documents:Limits";

    /// <summary>Greatest size of a file in bytes, 1 KiB to 1 GiB. Default: 64 MiB; the largest sheet tried has 1.4.</summary>
    [Range(1024, 1L << 30)]
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>Most pages, 1 to 10,000. Default: 500; the sheets tried have 1 to 9.</summary>
    [Range(1, 10_000)]
    public int MaxPages { get; set; } = 500;

    /// <summary>Most letters on a page, 1,000 to 1,000,000. Default: 100,000; the densest page tried has 6,849.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxLettersPerPage { get; set; } = 100_000;

    /// <summary>Most drawn paths on a page, 1,000 to 10,000,000. Default: 500,000; the page tried whose text is drawn as outlines has 4,142.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxPathsPerPage { get; set; } = 500_000;

    /// <summary>Longest time for one file in seconds, 1 to 3,600. Default: 300; a page to be recognised took 5 to 20 of them on a busy machine.</summary>
    [Range(1, 3_600)]
    public int MaxSeconds { get; set; } = 300;

    /// <summary>Most memory of a reading process in MiB, 64 to 65,536; it holds where a file has a process of its own. Default: 1,024.</summary>
    [Range(64, 65_536)]
    public int MaxMemoryMiB { get; set; } = 1_024;
}
