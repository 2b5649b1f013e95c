namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>A write in the steps in which a server applies it, each of which readers see whole.</summary>
/// <param name="operation">The operation's number in the log.</param>
/// <returns>The points of each chunk, once they are written; an error comes when the chunk is asked for.</returns>
internal delegate IEnumerable<int> ChunkedWrite(ulong operation);
