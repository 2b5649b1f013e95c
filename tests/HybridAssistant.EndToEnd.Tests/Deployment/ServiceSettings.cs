using System.ComponentModel.DataAnnotations;
using HybridAssistant.Api;
using HybridAssistant.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HybridAssistant.EndToEnd.Tests.Deployment;

/// <summary>What a deployment sets in the environment, held against the settings that the service has.</summary>
internal static class ServiceSettings
{
    private const string Prefix = "HYBRID__";

    // The values of keys stand for those that a secret holds.
    private const string AnyKey = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly string AnyThumbprint = string.Join(':', Enumerable.Repeat("AB", 32));

    private static readonly string[] OwnSections = ["Api", "Index", "Documents", "Data", "Urls"];

    /// <summary>Asserts that each variable is a setting, with a value that it takes.</summary>
    /// <returns>The settings of Qdrant.</returns>
    public static QdrantOptions AssertKnown(IEnumerable<KeyValuePair<string, string?>> environment)
    {
        IConfigurationRoot settings = new ConfigurationBuilder()
            .AddInMemoryCollection(environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(pair => KeyValuePair.Create(pair.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), Value(pair))))
            .Build();

        Assert.Empty(settings.GetChildren().Select(section => section.Key).Except(OwnSections));
        Assert.Empty(settings.GetSection("Index").GetChildren().Select(section => section.Key).Except(["Provider", "Qdrant"]));
        Validate(new IndexOptions { Provider = settings["Index:Provider"]! });
        Bind<DocumentsOptions>(settings.GetSection("Documents"));
        Assert.Empty(settings.GetSection(ApiOptions.Section).GetChildren().Select(setting => setting.Key)
            .Except(typeof(ApiOptions).GetProperties().Select(property => property.Name)));
        using ServiceProvider services = new ServiceCollection().AddHybridAssistant(settings).AddHybridApi(settings).BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<ApiOptions>>().Value;
        return Bind<QdrantOptions>(settings.GetSection(QdrantOptions.Section));
    }

    private static string? Value(KeyValuePair<string, string?> pair) =>
        pair.Key.EndsWith("CertificateThumbprint", StringComparison.Ordinal) ? AnyThumbprint
        : pair.Key.Contains("Key", StringComparison.Ordinal) ? AnyKey
        : pair.Value;

    private static T Bind<T>(IConfigurationSection section)
        where T : class, new()
    {
        var options = new T();
        section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        Validate(options);
        return options;
    }

    private static void Validate(object options) => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
}
