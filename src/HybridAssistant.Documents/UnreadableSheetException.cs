namespace HybridAssistant.Documents;

/// <summary>A file cannot be read as a spec sheet. The message completes the sentence "The file was set aside: ...".</summary>
internal sealed class UnreadableSheetException(string reason, Exception? inner = null) : Exception(reason, inner);
