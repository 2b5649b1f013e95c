using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>
/// The host's server, with tokens taken out of addresses before the host sees them. A middleware comes too late: the host logs a request
/// and begins its span before the first one.
/// </summary>
internal sealed class TokenTakingServer(IServer server) : IServer
{
    /// <inheritdoc/>
    public IFeatureCollection Features => server.Features;

    /// <summary>
    /// Puts it in the place of the host's server, which a web application's builder has registered by now. Behind one that comes later no
    /// token in an address is found, and the request is refused as if it had none.
    /// </summary>
    public static void Decorate(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(IServer) && !service.IsKeyedService) is { } inner)
        {
            services.AddSingleton<IServer>(provider => new TokenTakingServer((IServer)RegisteredService.Make(provider, inner)));
        }
    }

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => server.StartAsync(new Application<TContext>(application), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();

    private sealed class Application<TContext>(IHttpApplication<TContext> application) : IHttpApplication<TContext>
        where TContext : notnull
    {
        public TContext CreateContext(IFeatureCollection contextFeatures)
        {
            AddressToken.TakeFrom(contextFeatures);
            return application.CreateContext(contextFeatures);
        }

        public Task ProcessRequestAsync(TContext context) => application.ProcessRequestAsync(context);

        public void DisposeContext(TContext context, Exception? exception) => application.DisposeContext(context, exception);
    }
}
