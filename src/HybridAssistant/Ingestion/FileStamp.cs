using HybridAssistant.Documents.FrontMatter;

namespace HybridAssistant.Ingestion;

/// <summary>Tells without reading a PDF and its front matter whether they may have changed.</summary>
/// <param name="Length">Length of the PDF in bytes.</param>
/// <param name="WrittenAt">When the PDF was last written.</param>
/// <param name="FrontMatterWrittenAt">When the YAML file beside it was last written; a fixed time where there is none.</param>
internal readonly record struct FileStamp(long Length, DateTime WrittenAt, DateTime FrontMatterWrittenAt)
{
    /// <summary>The stamp of a PDF.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return new FileStamp(file.Length, file.LastWriteTimeUtc, File.GetLastWriteTimeUtc(FrontMatterReader.PathFor(path)));
    }
}
