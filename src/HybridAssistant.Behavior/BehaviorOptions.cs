using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Behavior;

/// <summary>What words the answers. Section <c>Behavior</c>.</summary>
public sealed class BehaviorOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Behavior";

    /// <summary>
    /// The GGUF file of a language model (Llama or Qwen2 family, an instruct model); a name alone is looked up in
    /// <see cref="ModelsPath"/>, then in the folder <c>models</c> beside the program. Empty (default): the composer words the answers.
    /// </summary>
    public string Model { get; set; } = "";

    /// <summary>
    /// Folder into which models and adapters are imported: NAME.gguf, or a folder NAME with a GGUF file in it. Empty (default):
    /// <c>models</c> in the data folder.
    /// </summary>
    public string ModelsPath { get; set; } = "";

    /// <summary>Folder of LoRA adapters, NAME.gguf or NAME/adapter.gguf. Empty (default): <see cref="ModelsPath"/>.</summary>
    public string Adapters { get; set; } = "";

    /// <summary>
    /// <c>composer</c>, <c>base</c> (the model with instructions alone), <c>few-shot</c> (with examples) or <c>upstream</c>. Empty
    /// (default): few-shot where <see cref="Model"/> is set, upstream where an upstream is, else the composer.
    /// </summary>
    [RegularExpression("(composer|base|few-shot|upstream)?", ErrorMessage = "Behavior:Variant must be composer, base, few-shot or upstream.")]
    public string Variant { get; set; } = "";

    /// <summary>
    /// Whether the grammar binds the model's replies (default). Off, a reply may be anything and the verifier has all the work: to
    /// measure what the grammar is worth, not to serve.
    /// </summary>
    public bool Grammar { get; set; } = true;

    /// <summary>
    /// How long a wording may take before the composer answers, 100 to 600,000 ms. Default 5,000: five times what a model of
    /// 135 M parameters needs on two processors.
    /// </summary>
    [Range(100, 600_000, ErrorMessage = "Behavior:TimeoutMilliseconds must be between {1} and {2}.")]
    public int TimeoutMilliseconds { get; set; } = 5_000;
}
