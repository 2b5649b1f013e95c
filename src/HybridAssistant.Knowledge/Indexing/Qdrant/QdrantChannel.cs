using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Opens the HTTP/2 channel of the official client as the index needs it.</summary>
internal static class QdrantChannel
{
    // Grpc.Net.Client takes 4 MiB by default, which 2,500 vectors of 384 numbers already exceed.
    private const int MaxReceiveBytes = 64 * 1_048_576;

    /// <summary>The channel; nothing is sent yet.</summary>
    /// <exception cref="KnowledgeIndexException">The key would travel in clear text to another machine.</exception>
    public static GrpcChannel Open(QdrantOptions options)
    {
        var address = new Uri(options.Address);
        if (!string.IsNullOrEmpty(options.ApiKey) && address.Scheme != Uri.UriSchemeHttps && !IsLoopback(address))
        {
            throw new KnowledgeIndexException(
                $"Index:Qdrant:ApiKey would be sent in clear text to '{options.Address}'. Use https:// (service.enable_tls of Qdrant), or remove the key.");
        }

        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Behind a load balancer a silent connection is dropped without a word; pings keep it or find it out.
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        if (options.CertificateThumbprint is { Length: > 0 } thumbprint)
        {
            string pinned = thumbprint.Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, _) => IsPinned(pinned, certificate, chain);
        }

        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxReceiveBytes,
            // By default the channel tries a server that was gone again only after up to two minutes, and fails every call until then.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
        });
    }

    /// <summary>The official client over a channel. A client over a channel of one's own does not send the key by itself.</summary>
    public static QdrantGrpcClient Client(GrpcChannel channel, string? apiKey) => new(
        string.IsNullOrEmpty(apiKey)
            ? channel.CreateCallInvoker()
            : channel.Intercept(metadata =>
            {
                metadata.Add("api-key", apiKey);
                return metadata;
            }));

    private static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));

    private static bool IsPinned(string thumbprint, X509Certificate? certificate, X509Chain? chain)
    {
        IEnumerable<X509Certificate> all = chain?.ChainElements.Select(element => (X509Certificate)element.Certificate) ?? [];
        return all.Concat(certificate is null ? [] : [certificate])
            .Any(one => string.Equals(one.GetCertHashString(HashAlgorithmName.SHA256), thumbprint, StringComparison.OrdinalIgnoreCase));
    }
}
