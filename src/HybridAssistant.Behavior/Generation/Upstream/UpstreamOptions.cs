using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>
/// A language model behind an OpenAI-compatible address (vLLM, Ollama, a hosted one) that words answers, under the key
/// "Behavior:Upstream". Off while <see cref="Endpoint"/> is empty.
/// </summary>
public sealed class UpstreamOptions
{
    /// <summary>Key of the section.</summary>
    public const string Section = "Behavior:Upstream";

    private const string Bounds = Section + ":{0} must be between {1} and {2}.";

    /// <summary>Base address as OpenAI clients take it: "http://127.0.0.1:8000/v1". Empty: no upstream. Default: empty.</summary>
    public string Endpoint { get; set => field = value ?? ""; } = "";

    /// <summary>The model's name at the upstream.</summary>
    public string Model { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// Name of a LoRA adapter that the upstream has loaded on <see cref="Model"/>; empty: none. It is asked for as the model,
    /// as vLLM takes it. Default: empty.
    /// </summary>
    public string Adapter { get; set => field = value ?? ""; } = "";

    /// <summary>Bearer key; comes from the configuration only and is in no log. Empty: none is sent. Default: empty.</summary>
    public string ApiKey { get; set => field = value ?? ""; } = "";

    /// <summary>Whether replies are asked for by a JSON Schema. Default: auto.</summary>
    public JsonSchemaUse JsonSchema { get; set; } = JsonSchemaUse.Auto;

    /// <summary>Milliseconds that a wording may take, all attempts together; then the composer answers. 100 to 600,000. Default: 8,000.</summary>
    [Range(100, 600_000, ErrorMessage = Bounds)]
    public int TimeoutMilliseconds { get; set; } = 8_000;

    /// <summary>Milliseconds that one attempt may take; less than <see cref="TimeoutMilliseconds"/>. 50 to 600,000. Default: 5,000.</summary>
    [Range(50, 600_000, ErrorMessage = Bounds)]
    public int AttemptTimeoutMilliseconds { get; set; } = 5_000;

    /// <summary>How often a request is sent again after 408, 429, 5xx, a broken connection or a slow attempt. 0 to 10. Default: 2.</summary>
    [Range(0, 10, ErrorMessage = Bounds)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// Milliseconds before the first retry, doubled with each and jittered; a Retry-After header takes precedence.
    /// 1 to 60,000. Default: 250.
    /// </summary>
    [Range(1, 60_000, ErrorMessage = Bounds)]
    public int RetryDelayMilliseconds { get; set; } = 250;

    /// <summary>Share of failed attempts, from which the circuit opens and the composer answers at once. 0.01 to 1. Default: 0.5.</summary>
    [Range(0.01, 1, ErrorMessage = Bounds)]
    public double CircuitFailureRatio { get; set; } = 0.5;

    /// <summary>Fewest attempts within <see cref="CircuitSamplingSeconds"/> that open the circuit. 2 to 10,000. Default: 6.</summary>
    [Range(2, 10_000, ErrorMessage = Bounds)]
    public int CircuitMinAttempts { get; set; } = 6;

    /// <summary>Seconds over which failures are counted. 1 to 3,600. Default: 30.</summary>
    [Range(1, 3_600, ErrorMessage = Bounds)]
    public int CircuitSamplingSeconds { get; set; } = 30;

    /// <summary>Seconds for which an open circuit sends nothing. 1 to 3,600. Default: 15.</summary>
    [Range(1, 3_600, ErrorMessage = Bounds)]
    public int CircuitBreakSeconds { get; set; } = 15;

    /// <summary>Most tokens of a reply. 16 to 8,192; more than the sentence takes, for models that think aloud. Default: 400.</summary>
    [Range(16, 8_192, ErrorMessage = Bounds)]
    public int MaxTokens { get; set; } = 400;

    /// <summary>Temperature, 0 to 2; -1 sends none, for models that refuse the field. Default: 0.</summary>
    [Range(-1.0, 2.0, ErrorMessage = Bounds)]
    public float Temperature { get; set; }

    /// <summary>Whether an upstream is configured.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>What a request names as its model.</summary>
    internal string RequestedModel => string.IsNullOrWhiteSpace(Adapter) ? Model : Adapter;
}
