namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>An adapter's file at one time: another length or time of writing is another file.</summary>
internal sealed record AdapterFile(string Path, long Length, DateTime WrittenUtc);
