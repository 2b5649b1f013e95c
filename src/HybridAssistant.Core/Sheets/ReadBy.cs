namespace HybridAssistant.Core.Sheets;

/// <summary>How the text of a fact or passage came off the page.</summary>
public enum ReadBy
{
    /// <summary>From the page's own text layer.</summary>
    Text,

    /// <summary>By optical character recognition of the page's image.</summary>
    Ocr,
}
