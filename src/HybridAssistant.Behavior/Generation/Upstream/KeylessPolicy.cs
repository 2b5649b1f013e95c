using System.ClientModel.Primitives;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Takes the header off that the OpenAI client always sets: servers in one's own network often have no key.</summary>
internal sealed class KeylessPolicy : PipelinePolicy
{
    /// <summary>Stands for the key that there is none of; the client takes no empty one.</summary>
    public const string Placeholder = "none";

    /// <inheritdoc />
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove("Authorization");
        ProcessNext(message, pipeline, currentIndex);
    }

    /// <inheritdoc />
    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove("Authorization");
        return ProcessNextAsync(message, pipeline, currentIndex);
    }
}
