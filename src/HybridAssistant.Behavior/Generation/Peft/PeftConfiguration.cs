using System.Text.Json;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>What <c>adapter_config.json</c> says of a LoRA adapter, of the kinds that can be converted.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rank">The rank of all factors (<c>r</c>).</param>
/// <param name="Alpha">Scales their product (<c>lora_alpha</c>).</param>
/// <param name="RankStabilised">Whether the scale is alpha / sqrt(rank) instead of alpha / rank (<c>use_rslora</c>).</param>
/// <param name="BaseName">Name of the base it was trained on; null where it is not said.</param>
internal sealed record PeftConfiguration(string Path, int Rank, float Alpha, bool RankStabilised, string? BaseName)
{
    /// <summary>Name of the file in the folder.</summary>
    public const string FileName = "adapter_config.json";

    private const int MaxBytes = 1024 * 1024;
    private const int MaxRank = 1024;

    // Ways to begin that change the base's own weights: the factors fit the changed base only.
    private static readonly string[] BaseChangingStarts = ["pissa", "olora", "loftq", "corda"];

    /// <summary>Reads the file of a folder.</summary>
    /// <exception cref="ModelFileException">It is missing, damaged, or describes an adapter of another kind.</exception>
    public static PeftConfiguration Read(string folder)
    {
        string path = System.IO.Path.Combine(folder, FileName);
        return ModelFileAccess.Read(path, stream => Read(path, stream), "Give the folder that PEFT saved the adapter to.");
    }

    private static PeftConfiguration Read(string path, FileStream stream)
    {
        if (stream.Length > MaxBytes)
        {
            throw new ModelFileException(path, ModelFileFault.Invalid, $"it has {stream.Length} bytes; at most {MaxBytes} are allowed.");
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(stream);
            return Read(path, json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ModelFileException(path, ModelFileFault.Invalid, $"it is no PEFT configuration ({e.Message}).", e);
        }
    }

    private static PeftConfiguration Read(string path, JsonElement json)
    {
        Refuse(path, json, "peft_type", value => value.ValueEquals("LORA"), "only LORA can be converted");
        Refuse(path, json, "use_dora", IsOff, "DoRA cannot be converted; train with use_dora: false");
        Refuse(path, json, "bias", value => value.ValueEquals("none"), "trained biases cannot be converted; train with bias: none");
        Refuse(path, json, "lora_bias", IsOff, "trained biases cannot be converted; train with lora_bias: false");
        Refuse(path, json, "modules_to_save", IsEmpty, "whole modules cannot be converted; train without modules_to_save");
        Refuse(path, json, "rank_pattern", IsEmpty, "ranks of single modules cannot be converted; train with one rank");
        Refuse(path, json, "alpha_pattern", IsEmpty, "scales of single modules cannot be converted; train with one lora_alpha");
        Refuse(path, json, "fan_in_fan_out", IsOff, "transposed weights cannot be converted; train with fan_in_fan_out: false");
        Refuse(path, json, "layer_replication", IsEmpty, "replicated layers cannot be converted");
        Refuse(path, json, "alora_invocation_tokens", IsEmpty, "an activated LoRA cannot be converted; train a plain one");
        Refuse(path, json, "trainable_token_indices", IsEmpty, "trained embeddings cannot be converted; train without trainable_token_indices");
        Refuse(
            path,
            json,
            "init_lora_weights",
            value => value.ValueKind != JsonValueKind.String
                || !BaseChangingStarts.Any(start => value.GetString()!.StartsWith(start, StringComparison.OrdinalIgnoreCase)),
            "this start changes the base's weights; convert the adapter to plain LoRA with PEFT first");
        double rank = Number(path, json, "r");
        double alpha = Number(path, json, "lora_alpha");
        return rank is >= 1 and <= MaxRank && rank == Math.Floor(rank) && alpha is > 0 and <= 1e6
            ? new PeftConfiguration(path, (int)rank, (float)alpha, !IsOff(Find(json, "use_rslora")), Find(json, "base_model_name_or_path").ToString())
            : throw new ModelFileException(
                path,
                ModelFileFault.Invalid,
                FormattableString.Invariant($"r is {rank} and lora_alpha {alpha}; 1 to {MaxRank} and above 0 to 1000000 are allowed."));
    }

    private static double Number(string path, JsonElement json, string key) => Find(json, key) is { ValueKind: JsonValueKind.Number } value
        ? value.GetDouble()
        : throw new ModelFileException(path, ModelFileFault.Invalid, $"it has no number '{key}'.");

    private static void Refuse(string path, JsonElement json, string key, Func<JsonElement, bool> allowed, string reason)
    {
        if (Find(json, key) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value && !allowed(value))
        {
            throw new ModelFileException(path, ModelFileFault.Unsupported, $"'{key}' is {value.GetRawText()}: {reason}.");
        }
    }

    private static JsonElement Find(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? value : default;

    private static bool IsOff(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False;

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => IsOff(value),
    };
}
