using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// What <c>/v1/chat</c> does under load, clients and service in one process: 200 clients at once, and whether memory stays flat over
/// 20,000 requests.
/// </summary>
internal static class ServiceLoad
{
    /// <summary>Word on the command line that asks for 200 clients at once.</summary>
    public const string ClientsCommand = "clients";

    /// <summary>Word on the command line that asks for memory over 20,000 requests.</summary>
    public const string MemoryCommand = "memory";

    private const int Clients = 200;
    private const int RequestsOfClient = 5;
    private const int Requests = 20_000;
    private const int WarmUp = 1_000;
    private const int Steps = 4;

    // As many as keep both processors busy without a queue that would only measure itself.
    private const int MemoryClients = 8;

    /// <summary>200 clients start at once, and each asks five questions one after the other.</summary>
    public static async Task WriteClientsAsync()
    {
        await using SampleService service = await SampleService.StartAsync();
        await AskAsync(service, MemoryClients, WarmUp / MemoryClients / 2, []);
        var answers = new ConcurrentBag<(int Status, double Milliseconds)>();
        long start = Stopwatch.GetTimestamp();
        await AskAsync(service, Clients, RequestsOfClient, answers);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        double[] times = [.. answers.Select(answer => answer.Milliseconds).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Clients} clients x {RequestsOfClient}: {answers.Count(answer => answer.Status == 200)} of {answers.Count} answered 200, "
            + $"p50 {times[times.Length / 2]:0} ms, p99 {times[(int)(times.Length * 0.99)]:0} ms, max {times[^1]:0} ms, "
            + $"{answers.Count / elapsed.TotalSeconds:0} answers/s"));
    }

    /// <summary>Memory after the warm-up and after each quarter of 20,000 requests.</summary>
    public static async Task WriteMemoryAsync()
    {
        await using SampleService service = await SampleService.StartAsync();
        await AskAsync(service, MemoryClients, WarmUp / MemoryClients, []);
        WriteMemory(0);
        var answers = new ConcurrentBag<(int Status, double Milliseconds)>();
        int failed = 0;
        for (int step = 1; step <= Steps; step++)
        {
            await AskAsync(service, MemoryClients, Requests / Steps / MemoryClients, answers);
            failed += answers.Count(answer => answer.Status != 200);

            // The record of the answers is not to be what grows.
            answers.Clear();
            WriteMemory(step * Requests / Steps);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failed} of {Requests} not answered 200"));
    }

    private static Task AskAsync(
        SampleService service, int clients, int requests, ConcurrentBag<(int Status, double Milliseconds)> answers) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < requests; i++)
            {
                long start = Stopwatch.GetTimestamp();
                int status = await service.AskNextAsync();
                answers.Add((status, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }
        })));

    private static void WriteMemory(int requests)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"after {requests,6} requests: working set {process.WorkingSet64 / 1048576.0:0.0} MB, GC heap {GC.GetTotalMemory(forceFullCollection: false) / 1048576.0:0.0} MB, "
            + $"{process.Threads.Count} threads, {process.HandleCount} handles"));
    }
}
