using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>The sample of a support desk as a process of its own, on another origin than the service.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process _process;

    private RunningDesk(Process process, Uri origin)
    {
        _process = process;
        Origin = origin;
    }

    /// <summary>The address of its ticket.</summary>
    public Uri Origin { get; }

    /// <summary>An origin on a port that is free now; the service has to know it before the desk starts.</summary>
    public static Uri ChooseOrigin()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public static async Task<RunningDesk> StartAsync(Uri origin, Uri service, string key)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Repository.SupportDesk, "--urls", origin.ToString() },
            RedirectStandardOutput = true,
            Environment = { ["Assistant__Endpoint"] = service.ToString(), ["Assistant__Key"] = key },
        };
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(Announcement, StringComparison.Ordinal))
            {
                // The rest of its log would fill the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new RunningDesk(process, origin);
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The support desk did not start on {origin}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
