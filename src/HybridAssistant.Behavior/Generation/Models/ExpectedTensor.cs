using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>A tensor that a base model of a given shape has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions; one for norms, biases and factors, which llama.cpp computes with as F32.</param>
/// <param name="Required">Whether it has to be there.</param>
internal readonly record struct ExpectedTensor(string Name, ImmutableArray<long> Dimensions, bool Required);
