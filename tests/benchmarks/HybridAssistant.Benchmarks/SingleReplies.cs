using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace HybridAssistant.Benchmarks;

/// <summary>For replies of a language model: each is an iteration of its own, and takes about half a second.</summary>
internal sealed class SingleReplies() : ReportColumns(Job.Default
    .WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(3)
    .WithIterationCount(20)
    .WithInvocationCount(1)
    .WithUnrollFactor(1));
