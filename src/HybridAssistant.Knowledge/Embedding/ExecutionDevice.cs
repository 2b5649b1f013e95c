using System.Globalization;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>The device setting, parsed.</summary>
/// <param name="WantsCuda">CUDA is to be tried.</param>
/// <param name="MayFallBack">Without CUDA the CPU will do.</param>
/// <param name="Ordinal">Number of the CUDA device, from 0.</param>
internal readonly record struct ExecutionDevice(bool WantsCuda, bool MayFallBack, int Ordinal)
{
    public const string Pattern = "^(auto|cpu|cuda(:[0-9]{1,2})?)$";

    public static ExecutionDevice Parse(string setting) => setting switch
    {
        "auto" => new(WantsCuda: true, MayFallBack: true, 0),
        "cpu" => new(WantsCuda: false, MayFallBack: true, 0),
        "cuda" => new(WantsCuda: true, MayFallBack: false, 0),
        _ when setting.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(setting.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            => new(WantsCuda: true, MayFallBack: false, ordinal),
        _ => throw new ArgumentException(
            $"Onnx:Device is '{setting}'; it must be 'auto', 'cpu', 'cuda' or 'cuda:N'.", nameof(setting)),
    };
}
