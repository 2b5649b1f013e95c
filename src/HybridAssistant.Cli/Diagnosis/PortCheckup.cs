using System.Net;
using System.Net.Sockets;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>Whether the address that `serve` listens on is free.</summary>
internal sealed class PortCheckup(string urls) : ICheckup
{
    public string Subject => "port";

    public Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        string url = urls.Split(';')[0];
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            return Task.FromResult(CheckupResult.Broken($"'{url}' is no address", "set Urls (HYBRID__Urls) to one like http://127.0.0.1:8080"));
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, address.Port);
            listener.Start();
            return Task.FromResult(CheckupResult.Sound($"{url} is free"));
        }
        catch (SocketException)
        {
            return Task.FromResult(CheckupResult.Limited($"{url} is taken (a running 'hybrid serve' takes it too)", "hybrid serve --urls http://127.0.0.1:8081"));
        }
    }
}
