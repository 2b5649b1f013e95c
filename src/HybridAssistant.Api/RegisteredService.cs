namespace HybridAssistant.Api;

/// <summary>A service that was registered before, made from its registration by what is set around it.</summary>
internal static class RegisteredService
{
    /// <summary>The service as its registration says, made anew at each call unless it is an instance.</summary>
    public static object Make(IServiceProvider provider, ServiceDescriptor service) => service.IsKeyedService
        ? service.KeyedImplementationInstance ?? service.KeyedImplementationFactory?.Invoke(provider, service.ServiceKey)
            ?? ActivatorUtilities.CreateInstance(provider, service.KeyedImplementationType!)
        : service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
