using HybridAssistant.Api.Mcp;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Cli.Hosting;

/// <summary>The MCP server as `mcp` runs it: until its client closes the stream.</summary>
internal static class McpHost
{
    /// <summary>Builds the server. What is configured but missing fails here, not at the first call.</summary>
    public static IHost Build(IConfiguration configuration)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration);

        // stdout is the protocol's; warnings go to stderr, which clients show.
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(SheetWorkerProgram.Command);
        builder.Services.AddHybridAssistant(configuration);
        builder.Services.AddSpecSheetServer().WithStdioServerTransport();
        IHost host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        _ = host.Services.GetRequiredService<IKnowledgeIndex>();
        return host;
    }
}
