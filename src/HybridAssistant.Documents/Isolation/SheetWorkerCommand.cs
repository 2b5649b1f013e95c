using System.Collections.Immutable;

namespace HybridAssistant.Documents.Isolation;

/// <summary>How a process is started that reads sheets by <see cref="SheetWorkerHost"/>.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
public sealed record SheetWorkerCommand(string FileName, ImmutableArray<string> Arguments);
