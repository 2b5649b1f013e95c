using System.Globalization;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Servers;

[assembly: AssemblyFixture(typeof(QdrantContainer))]

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Servers;

/// <summary>
/// With QDRANT_TESTCONTAINERS=1, a server in a container for all tests of this assembly that want a real one; its version in
/// QDRANT_VERSION. Without, nothing.
/// </summary>
public sealed class QdrantContainer : IAsyncLifetime
{
    private const string NewestVersion = "v1.19.0";
    private const ushort GrpcPort = 6334;

    private IContainer? _container;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("QDRANT_TESTCONTAINERS") != "1" || RealQdrant.IsThere)
        {
            return;
        }

        string version = Environment.GetEnvironmentVariable("QDRANT_VERSION") is { Length: > 0 } set ? set : NewestVersion;
        _container = new ContainerBuilder($"qdrant/qdrant:{version}")
            .WithPortBinding(GrpcPort, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilInternalTcpPortIsAvailable(GrpcPort))
            .Build();
        await _container.StartAsync();
        // Where the tests look for a server, whoever started it.
        Environment.SetEnvironmentVariable("QDRANT_URL", string.Create(
            CultureInfo.InvariantCulture, $"http://{_container.Hostname}:{_container.GetMappedPublicPort(GrpcPort)}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }
}
