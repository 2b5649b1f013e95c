using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace HybridAssistant.Benchmarks;

/// <summary>For what takes micro- or milliseconds: iterations of a quarter of a second.</summary>
internal sealed class ShortRuns() : ReportColumns(Job.Default
    .WithWarmupCount(3)
    .WithIterationCount(15)
    .WithIterationTime(TimeInterval.FromMilliseconds(250)));
