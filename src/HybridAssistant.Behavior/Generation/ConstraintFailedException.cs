namespace HybridAssistant.Behavior.Generation;

/// <summary>The constraint of a reply threw, or left no token at all: a fault of the constraint, which ends this reply only.</summary>
public sealed class ConstraintFailedException(string message, Exception? innerException = null) : GenerationException(message, innerException);
