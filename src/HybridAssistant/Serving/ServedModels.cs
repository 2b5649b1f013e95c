using System.Collections.Immutable;
using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Upstream;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Serving;

/// <summary>
/// The composer and each configured model, whichever of them is the default. One that is not is opened by the first request
/// that names it.
/// </summary>
public sealed class ServedModels
{
    private const string ModelFile = ".gguf";

    private readonly IServiceProvider _services;

    internal ServedModels(IServiceProvider services)
    {
        _services = services;
        All = List(
            services.GetRequiredService<IOptions<BehaviorOptions>>().Value, services.GetRequiredService<IOptions<UpstreamOptions>>().Value);
    }

    /// <summary>
    /// Keys of the <see cref="IQuestionAnswerer"/>s that <see cref="AnswererOf"/> gives; null is the default's, which has none.
    /// </summary>
    public static ImmutableArray<string?> AnswererKeys { get; } = [null, .. Enum.GetValues<ServedModelKind>().Select(KeyOf)];

    /// <summary>All of them: the composer, then the model of this process, then the upstream's.</summary>
    public ImmutableArray<ServedModel> All { get; }

    /// <summary>The one of a name, which is case-sensitive; null where there is none.</summary>
    public ServedModel? Find(string name) => All.FirstOrDefault(model => model.Name == name);

    /// <summary>What answers in the words of a model.</summary>
    public IQuestionAnswerer AnswererOf(ServedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.IsDefault ? _services.GetRequiredService<IQuestionAnswerer>()
            : _services.GetRequiredKeyedService<IQuestionAnswerer>(KeyOf(model.Kind));
    }

    internal static string KeyOf(ServedModelKind kind) => kind switch
    {
        ServedModelKind.Composer => ExtractiveComposer.Variant,
        ServedModelKind.Local => BehaviorRegistration.Local,
        _ => UpstreamChatClient.Name,
    };

    private static ImmutableArray<ServedModel> List(BehaviorOptions options, UpstreamOptions upstream)
    {
        ServedModelKind standard = BehaviorRegistration.KindOf(options, upstream);
        (string Name, ServedModelKind Kind)[] named =
        [
            (ExtractiveComposer.Variant, ServedModelKind.Composer),
            (NameOf(options.Model), ServedModelKind.Local),
            (upstream.IsOn ? NameOf(upstream) : "", ServedModelKind.Upstream),
        ];

        // A name that two share means the first of them, unless the other one is the default.
        return
        [
            .. named.Where(model => model.Name.Length > 0)
                .GroupBy(model => model.Name, StringComparer.Ordinal)
                .Select(same => same.OrderByDescending(model => model.Kind == standard).First())
                .Select(model => new ServedModel(model.Name, model.Kind, model.Kind == standard))
        ];
    }

    // As it is asked for there: a LoRA adapter goes by its own name.
    private static string NameOf(UpstreamOptions upstream) => string.IsNullOrWhiteSpace(upstream.Adapter) ? upstream.Model : upstream.Adapter;

    // A path is named by its file, so that no request and no list shows folders.
    private static string NameOf(string model)
    {
        string name = Path.GetFileName(model);
        return name.EndsWith(ModelFile, StringComparison.OrdinalIgnoreCase) ? name[..^ModelFile.Length] : name;
    }
}
