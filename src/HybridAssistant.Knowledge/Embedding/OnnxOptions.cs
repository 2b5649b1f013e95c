using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Where and with how many threads ONNX Runtime runs. Section <c>Onnx</c>.</summary>
public sealed class OnnxOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Onnx";

    private const string DeviceRule = "Onnx:Device must be 'auto', 'cpu', 'cuda' or 'cuda:N' with N from 0 to 99.";

    /// <summary>
    /// <c>auto</c> (default: CUDA where it can be had, else CPU), <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>
    /// with N the device number from 0. A <c>cuda</c> that cannot be had is a start-up error.
    /// </summary>
    [Required(ErrorMessage = DeviceRule)]
    [RegularExpression(ExecutionDevice.Pattern, ErrorMessage = DeviceRule)]
    public string Device { get; set; } = "auto";

    /// <summary>
    /// Threads of one run, 0 to 256. Default 0: half the processors, one to four. Many texts make several runs beside
    /// each other, as many as the processors have room for; a question is one run.
    /// </summary>
    [Range(0, 256, ErrorMessage = "Onnx:Threads must be between {1} and {2}.")]
    public int Threads { get; set; }
}
