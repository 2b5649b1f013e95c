using System.Globalization;

namespace HybridAssistant.Cli.Output;

/// <summary>What there is to say of a model on one line.</summary>
internal static class ModelText
{
    private const int ShortFingerprint = 8;

    /// <summary>"llama, 134.5 M parameters in Q4_0, 49152 tokens, context 8192, fingerprint 0a1b2c3d".</summary>
    public static string Describe(ModelLine model) => model.Kind switch
    {
        "base" => string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Architecture}, {model.Parameters / 1e6:0.0} M parameters in {model.Quantization}, {model.Tokens} tokens, "
                + $"context {model.ContextLength}, fingerprint {Short(model)}"),
        "adapter" => string.Create(
            CultureInfo.InvariantCulture, $"{model.Architecture}, rank {model.Rank} on {string.Join(", ", model.Targets!)}, for {Base(model)}"),
        "unusable" => model.Problem!,
        _ when model.Dimensions is not null => string.Create(
            CultureInfo.InvariantCulture, $"{model.Dimensions} dimensions, fingerprint {model.Fingerprint}"),
        _ => "sentence embeddings",
    };

    private static string Base(ModelLine model) => (model.BaseName, model.BaseFingerprint) switch
    {
        (null, null) => "a base that it does not name",
        (null, _) => $"the base {Short(model)}",
        (_, null) => model.BaseName,
        _ => $"{model.BaseName} ({Short(model)})",
    };

    private static string Short(ModelLine model) => model.BaseFingerprint![..Math.Min(ShortFingerprint, model.BaseFingerprint!.Length)];
}
