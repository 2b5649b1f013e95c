using BenchmarkDotNet.Running;
using HybridAssistant.Benchmarks;
using HybridAssistant.Benchmarks.Page;
using HybridAssistant.Benchmarks.Parity;

switch (args)
{
    case [PointSizes.Command, var index]:
        await PointSizes.WriteAsync(index);
        break;
    case [IndexParity.Command, var data, .. { Length: > 0 } cases]:
        await IndexParity.RunAsync(data, cases);
        break;
    case [ServiceLoad.ClientsCommand]:
        await ServiceLoad.WriteClientsAsync();
        break;
    case [ServiceLoad.MemoryCommand]:
        await ServiceLoad.WriteMemoryAsync();
        break;
    case [PageOpening.Command]:
        await PageOpening.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
