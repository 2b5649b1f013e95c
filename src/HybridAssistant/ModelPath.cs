using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Finds the file of the language model that the settings name.</summary>
internal static class ModelPath
{
    private const string Key = "Behavior:Model";

    /// <summary>The path of a model: as given, else <c>models/NAME.gguf</c> or the one file in <c>models/NAME</c> beside the program.</summary>
    /// <exception cref="OptionsValidationException">There is none.</exception>
    public static string Locate(string model)
    {
        if (model.Length == 0)
        {
            throw Fault($"{Key} is empty, but Behavior:Variant asks for a model of this process. Name a GGUF file.");
        }

        string shipped = Path.Combine(AppContext.BaseDirectory, "models", model);
        string[] found =
        [
            .. new[] { model, shipped, shipped + ".gguf" }.Where(File.Exists),
            .. Directory.Exists(shipped) ? Directory.GetFiles(shipped, "*.gguf").Order(StringComparer.Ordinal) : Enumerable.Empty<string>(),
        ];
        return found.FirstOrDefault() ?? throw Fault(
            $"{Key} names '{model}', but there is no such file, and no '{model}.gguf' in '{Path.Combine(AppContext.BaseDirectory, "models")}'. Name a GGUF file.");
    }

    private static OptionsValidationException Fault(string message) => new(Key, typeof(Behavior.BehaviorOptions), [message]);
}
