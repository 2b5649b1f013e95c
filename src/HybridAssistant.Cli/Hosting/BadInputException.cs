namespace HybridAssistant.Cli.Hosting;

/// <summary>The user gave something that cannot be used; the message says what, and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
