using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace HybridAssistant.Benchmarks;

/// <summary>For requests: each is an iteration of its own, so that Median and P95 are those of requests.</summary>
internal sealed class SingleRequests() : ReportColumns(Job.Default
    .WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(40)
    .WithIterationCount(300)
    .WithInvocationCount(1)
    .WithUnrollFactor(1));
