namespace HybridAssistant.Behavior.Generation;

/// <summary>The model has as much to do as it may; the request was not begun and can be sent again later.</summary>
public sealed class ModelBusyException(string message) : GenerationException(message)
{
    /// <inheritdoc />
    public override bool ReadNothing => true;
}
