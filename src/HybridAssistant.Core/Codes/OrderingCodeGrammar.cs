using System.Collections.Immutable;

namespace HybridAssistant.Core.Codes;

/// <summary>An ordering code that composes part numbers: fixed text and positions with alternatives ("X-200-[A|B]-24V").</summary>
/// <param name="Pattern">The grammar as printed, or as its table of positions spells it.</param>
/// <param name="Segments">The parts in order.</param>
/// <param name="Page">Page where it is printed, counted from 1.</param>
public sealed record OrderingCodeGrammar(string Pattern, ImmutableArray<CodeSegment> Segments, int Page);
