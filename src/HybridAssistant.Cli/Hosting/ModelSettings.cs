using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Generation.Models;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Hosting;

/// <summary>The models that the settings lead to, without opening the services.</summary>
internal sealed class ModelSettings
{
    private readonly BehaviorOptions _behavior;

    public ModelSettings(IConfiguration configuration)
    {
        _behavior = configuration.GetSection(BehaviorOptions.Section).Get<BehaviorOptions>() ?? new BehaviorOptions();
        Catalog = ModelCatalog.Open(_behavior, (configuration.Get<HybridAssistantOptions>() ?? new HybridAssistantOptions()).Data);
    }

    /// <summary>The language models and adapters.</summary>
    public ModelCatalog Catalog { get; }

    /// <summary>The base that adapters belong to: the one named, else the one that is set, else the only one there is.</summary>
    /// <param name="named">A name or a path; null where none was given.</param>
    /// <returns>Null where there is none, or several to choose from.</returns>
    /// <exception cref="ModelFileException">The one named or set cannot be used.</exception>
    public BaseModel? FindBase(string? named)
    {
        if ((named ?? _behavior.Model) is { Length: > 0 } model)
        {
            return BaseModelReader.Read(Catalog.Locate(model));
        }

        BaseModel[] bases = [.. Catalog.List().Select(entry => entry.Base).OfType<BaseModel>()];
        return bases.Length == 1 ? bases[0] : null;
    }

    /// <summary>The base of an adapter in a PEFT folder, which cannot do without.</summary>
    /// <exception cref="BadInputException">There is none to be found.</exception>
    public BaseModel BaseOf(string folder, string? named) => FindBase(named) ?? throw new BadInputException(
        $"The PEFT folder '{folder}' needs the base that it was trained on, and there is not just one to take. Name it with --base.");
}
