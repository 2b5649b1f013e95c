using System.Globalization;
using System.Text.RegularExpressions;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>A matrix as PEFT and as GGUF name it.</summary>
/// <param name="Target">Name of the matrix in a GGUF base.</param>
/// <param name="Factor">'A' or 'B'.</param>
/// <param name="Kind">Name of the matrix within its layer, as "attn_q".</param>
internal readonly partial record struct PeftModule(string Target, char Factor, string Kind)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["self_attn.q_proj"] = "attn_q",
        ["self_attn.k_proj"] = "attn_k",
        ["self_attn.v_proj"] = "attn_v",
        ["self_attn.o_proj"] = "attn_output",
        ["mlp.gate_proj"] = "ffn_gate",
        ["mlp.up_proj"] = "ffn_up",
        ["mlp.down_proj"] = "ffn_down",
    };

    /// <summary>
    /// Reads a tensor's name, as <c>base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight</c>; a checkpoint may name the
    /// adapter ("default") before "weight".
    /// </summary>
    /// <returns>Null where the tensor is no factor of a matrix of a layer.</returns>
    public static PeftModule? Parse(string name)
    {
        Match match = FactorName().Match(name);
        if (!match.Success || !Kinds.TryGetValue(match.Groups["module"].Value, out string? kind))
        {
            return null;
        }

        int layer = int.Parse(match.Groups["layer"].ValueSpan, CultureInfo.InvariantCulture);
        return new PeftModule($"blk.{layer}.{kind}.weight", match.Groups["factor"].Value[0], kind);
    }

    [GeneratedRegex(
        @"^(?:base_model\.model\.)?(?:model\.)?layers\.(?<layer>[0-9]{1,3})\.(?<module>self_attn\.[a-z]+_proj|mlp\.[a-z]+_proj)\.lora_(?<factor>[AB])(?:\.default)?\.weight\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FactorName();
}
