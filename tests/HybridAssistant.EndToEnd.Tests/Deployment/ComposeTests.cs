using System.ComponentModel;
using System.Diagnostics;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using YamlDotNet.RepresentationModel;

namespace HybridAssistant.EndToEnd.Tests.Deployment;

/// <summary>docker-compose.yml as docker-compose reads it, where that is installed.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Tls = ["-f", "docker-compose.yml", "-f", "deploy/compose/tls.yml"];

    [Fact]
    public async Task Alone_it_starts_one_Qdrant_and_the_service_once_that_is_healthy()
    {
        YamlNode services = await ServicesAsync();

        Assert.Equal(["api", "qdrant"], services.Entries().Select(service => service.Key).Where(name => services.At(name, "profiles") is null).Order(StringComparer.Ordinal));
        Assert.Equal("service_healthy", services.Text("api", "depends_on", "qdrant", "condition"));
        Assert.NotNull(services.At("qdrant", "healthcheck", "test"));
        Assert.Equal("qdrant", services.Text("api", "environment", "HYBRID__Index__Provider"));
        Assert.Equal("http://qdrant:6334", ServiceSettings.AssertKnown(services.At("api", "environment")!.Entries()).Address);
    }

    [Fact]
    public async Task The_cluster_is_three_Qdrant_nodes_with_two_copies_of_each_shard()
    {
        YamlNode services = await ServicesAsync("--profile", "cluster");

        string[] nodes = ["qdrant-1", "qdrant-2", "qdrant-3"];
        Assert.All(nodes, node =>
        {
            Assert.Equal("cluster", services.Text(node, "profiles", "0"));
            Assert.Equal("true", services.Text(node, "environment", "QDRANT__CLUSTER__ENABLED"));
            Assert.Contains($"http://{node}:6335", services.At(node, "command").Items().Select(word => ((YamlScalarNode)word).Value));
            Assert.Equal("service_healthy", services.Text("api-cluster", "depends_on", node, "condition"));
            Assert.NotNull(services.At("api-cluster", "profiles"));
        });
        QdrantOptions options = ServiceSettings.AssertKnown(services.At("api-cluster", "environment")!.Entries());
        Assert.Equal((2, 2, 6), (options.ReplicationFactor, options.WriteConsistencyFactor, options.ShardNumber));
    }

    [Fact]
    public async Task Ports_are_open_to_this_machine_alone()
    {
        YamlNode services = await ServicesAsync("--profile", "cluster");

        string[] ports = [.. services.Entries().SelectMany(service => services.At(service.Key, "ports").Items()).Select(port => ((YamlScalarNode)port).Value!)];
        Assert.Equal(6, ports.Length);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Equal(ports.Length, ports.Select(port => port.Split(':')[1]).Distinct().Count());
    }

    [Fact]
    public async Task With_TLS_a_Qdrant_key_is_sent_encrypted()
    {
        YamlNode services = await ServicesAsync([.. Tls]);

        QdrantOptions options = ServiceSettings.AssertKnown(services.At("api", "environment")!.Entries());
        Assert.Equal("https://qdrant:6334", options.Address);
        Assert.NotNull(options.ApiKey);
        Assert.Equal("true", services.Text("qdrant", "environment", "QDRANT__SERVICE__ENABLE_TLS"));
    }

    private static async Task<YamlNode> ServicesAsync(params string[] options)
    {
        var start = new ProcessStartInfo("docker-compose", [.. options, "config"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["QDRANT_API_KEY"] = "key", ["QDRANT_CERTIFICATE_THUMBPRINT"] = "thumbprint" },
        };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("docker-compose is not installed.");
            throw;
        }

        using (process)
        {
            Task<string> error = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await error);
            return Assert.Single(YamlFile.Parse(new StringReader(output))).At("services")!;
        }
    }
}
