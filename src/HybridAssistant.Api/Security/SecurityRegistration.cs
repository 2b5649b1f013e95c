using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Api.Security.Tokens;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security;

/// <summary>Registers keys, tokens, signatures and which pages of other origins may call.</summary>
internal static class SecurityRegistration
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromMinutes(10);

    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyRing>();
        services.AddSingleton<TokenReader>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<LocalAccess>();
        services.AddSingleton<AccessControl>();
        services.AddSingleton<ResponseSigner>();
        services.AddSingleton(provider =>
        {
            ApiOptions options = provider.GetRequiredService<IOptions<ApiOptions>>().Value;
            return new Signer(
                options.SigningKey is { } key ? SigningKey.Parse(key)! : SigningKeyFile.Open(provider.GetRequiredService<IOptions<HybridAssistantOptions>>().Value.Data),
                options.PreviousSigningKey is { } previous ? SigningKey.Parse(previous) : null);
        });
        TokenTakingServer.Decorate(services);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ApiOptions>>((cors, api) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. api.Value.Origins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders("Authorization", "X-Api-Key", "Content-Type", "Accept", "Range", "If-Unmodified-Since")
            .WithExposedHeaders("Retry-After", "Accept-Ranges", "Content-Range", "Content-Length", "WWW-Authenticate")
            .SetPreflightMaxAge(PreflightMaxAge)));
    }
}
