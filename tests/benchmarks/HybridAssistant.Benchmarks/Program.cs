using BenchmarkDotNet.Running;
using HybridAssistant.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
