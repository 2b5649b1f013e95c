using BenchmarkDotNet.Running;
using HybridAssistant.Benchmarks;

if (args is [PointSizes.Command, var index])
{
    await PointSizes.WriteAsync(index);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
