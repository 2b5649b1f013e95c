using System.Runtime.InteropServices;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>
/// Makes a GGUF adapter of a folder that PEFT saved (axolotl, unsloth, transformers): <c>adapter_config.json</c> and
/// <c>adapter_model.safetensors</c>.
/// </summary>
public static class PeftAdapterConverter
{
    internal const string WeightsName = "adapter_model.safetensors";

    /// <summary>Whether a path is such a folder.</summary>
    public static bool IsAdapterFolder(string path) => File.Exists(Path.Combine(path, PeftConfiguration.FileName));

    /// <summary>Converts an adapter. What a failure leaves in the target is no adapter.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="model">The base that it was trained on, of any quantisation; its fingerprint goes into the adapter.</param>
    /// <param name="target">A new or empty stream.</param>
    /// <exception cref="ModelFileException">A file is missing or damaged, or the adapter is of a kind that cannot be converted.</exception>
    public static void Convert(string folder, BaseModel model, Stream target)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        PeftConfiguration configuration = PeftConfiguration.Read(folder);
        SafetensorsFile weights = SafetensorsReader.Read(Path.Combine(folder, WeightsName));
        GgufWriter adapter = Prepare(configuration, model);
        var factors = weights.Tensors.Values.OrderBy(tensor => tensor.Position)
            .Select(tensor => (Tensor: tensor, Module: Locate(weights, tensor))).ToList();
        CheckPairs(weights, factors.Select(factor => factor.Module));
        foreach ((SafetensorsTensor tensor, PeftModule module) in factors)
        {
            AddFactor(adapter, weights, tensor, module, configuration, model);
        }

        adapter.Write(target);
    }

    private static GgufWriter Prepare(PeftConfiguration configuration, BaseModel model)
    {
        var adapter = new GgufWriter();
        adapter.Set("general.type", AdapterReader.Type);
        adapter.Set("general.architecture", model.Shape.Architecture);
        adapter.Set("adapter.type", "lora");
        // llama.cpp scales by alpha / rank; a rank-stabilised adapter by alpha / sqrt(rank).
        float correction = configuration.RankStabilised ? MathF.Sqrt(configuration.Rank) : 1;
        adapter.Set(AdapterReader.AlphaKey, configuration.Alpha * correction);
        adapter.Set(BaseFingerprint.Key, model.Fingerprint);
        if (!string.IsNullOrEmpty(configuration.BaseName))
        {
            adapter.Set("general.base_model.count", 1u);
            adapter.Set("general.base_model.0.name", configuration.BaseName);
        }

        return adapter;
    }

    private static PeftModule Locate(SafetensorsFile weights, SafetensorsTensor tensor) => PeftModule.Parse(tensor.Name) ?? throw weights.Fail(
        ModelFileFault.Unsupported,
        $"the tensor '{tensor.Name}' is no LoRA factor of an attention or feed-forward matrix. " +
        "Train the adapter on q, k, v, o, gate, up and down projections only.");

    private static void CheckPairs(SafetensorsFile weights, IEnumerable<PeftModule> modules)
    {
        if (weights.Tensors.Count == 0)
        {
            throw weights.Fail(ModelFileFault.Invalid, "it has no tensors. Save the adapter again.");
        }

        foreach (IGrouping<string, PeftModule> pair in modules.GroupBy(module => module.Target, StringComparer.Ordinal))
        {
            string factors = string.Concat(pair.Select(module => module.Factor).Order());
            if (factors != "AB")
            {
                throw weights.Fail(
                    ModelFileFault.Invalid,
                    $"'{pair.Key}' has the factors {factors}; one A and one B are expected. Save the adapter again.");
            }
        }
    }

    private static void AddFactor(
        GgufWriter adapter, SafetensorsFile weights, SafetensorsTensor tensor, PeftModule module, PeftConfiguration configuration, BaseModel model)
    {
        if (!model.File.Tensors.TryGetValue(module.Target, out GgufTensor? matrix))
        {
            throw weights.Fail(
                ModelFileFault.Mismatch,
                $"it changes '{module.Target}', and the base '{model.Path}' has no such tensor. Use the base that it was trained on.");
        }

        // Rows and columns: A is [rank, input], B [output, rank].
        long rows = module.Factor == 'A' ? configuration.Rank : matrix.Dimensions[1];
        long columns = module.Factor == 'A' ? matrix.Dimensions[0] : configuration.Rank;
        if (tensor.Shape is not [var r, var c] || r != rows || c != columns)
        {
            throw weights.Fail(
                ModelFileFault.Mismatch,
                $"the tensor '{tensor.Name}' is {tensor.Describe()}; by the rank {configuration.Rank} and the base '{model.Path}' " +
                $"it is [{rows}, {columns}]. Use the base that it was trained on.");
        }

        // The quickest dimension comes first in GGUF: the same numbers in the same order.
        adapter.AddTensor(
            module.Target + (module.Factor == 'A' ? AdapterReader.SuffixA : AdapterReader.SuffixB),
            GgufTensorType.F32,
            [columns, rows],
            stream => stream.Write(MemoryMarshal.AsBytes(ReadOrdered(weights, tensor, module, model.Shape).AsSpan())));
    }

    private static float[] ReadOrdered(SafetensorsFile weights, SafetensorsTensor tensor, PeftModule module, BaseModelShape shape)
    {
        float[] numbers = weights.ReadNumbers(tensor);
        return (shape.Architecture, module.Factor, module.Kind) switch
        {
            ("llama", 'B', "attn_q") => HeadPermutation.Interleave(numbers, (int)tensor.Shape[0], shape.Heads),
            ("llama", 'B', "attn_k") => HeadPermutation.Interleave(numbers, (int)tensor.Shape[0], shape.KeyValueHeads),
            _ => numbers,
        };
    }
}
