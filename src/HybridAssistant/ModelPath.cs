using HybridAssistant.Behavior.Generation.Models;
using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Finds the file of the language model that the settings name.</summary>
internal static class ModelPath
{
    private const string Key = "Behavior:Model";

    /// <summary>The path of a model: that of its name in the catalog, else as given.</summary>
    /// <exception cref="OptionsValidationException">There is none.</exception>
    public static string Locate(string model, ModelCatalog catalog)
    {
        if (model.Length == 0)
        {
            throw Fault($"{Key} is empty, but Behavior:Variant asks for a model of this process. Name a GGUF file.");
        }

        try
        {
            return catalog.Locate(model);
        }
        catch (ModelFileException e)
        {
            throw Fault($"{Key} names '{model}'. {e.Message}");
        }
    }

    private static OptionsValidationException Fault(string message) => new(Key, typeof(Behavior.BehaviorOptions), [message]);
}
