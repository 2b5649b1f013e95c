using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace HybridAssistant.Benchmarks;

/// <summary>For passes over a whole folder of sheets: one to warm up, then four, each measured once.</summary>
internal sealed class WholePasses() : ReportColumns(Job.Default
    .WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(1)
    .WithIterationCount(4)
    .WithInvocationCount(1)
    .WithUnrollFactor(1));
