namespace HybridAssistant.Documents;

/// <summary>A file cannot be read as a spec sheet. The message is the reason that the file is set aside with.</summary>
internal sealed class UnreadableSheetException(string reason, Exception? inner = null) : Exception(reason, inner);
