using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Behavior.Generation;

/// <summary>How a language model runs in this process. Section <c>Behavior:Generation</c>.</summary>
public sealed class GenerationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Behavior:Generation";

    /// <summary>
    /// <c>cpu</c> (default) or <c>cuda</c>, which needs a build with <c>-p:LlamaFlavor=cuda12</c>; where CUDA cannot be had then,
    /// starting fails.
    /// </summary>
    [RegularExpression("cpu|cuda", ErrorMessage = "Behavior:Generation:Device must be 'cpu' or 'cuda'.")]
    public string Device { get; set; } = "cpu";

    /// <summary>
    /// The chat template, by a name that llama.cpp knows (<c>chatml</c>, <c>llama3</c>, ...). Empty (default): the model's own, else
    /// ChatML where the model has its tokens.
    /// </summary>
    public string Template { get; set; } = "";

    /// <summary>
    /// Threads that decode one token of one reply, 0 to 64. Default 0: half the processors, at most four. Measured on two
    /// processors, a second thread makes a single token no faster (150 tokens/s with one and with two), and threads that wait for
    /// each other spin: beside another busy process two of them fall to a few tokens/s.
    /// </summary>
    [Range(0, 64, ErrorMessage = "Behavior:Generation:Threads must be between {1} and {2}.")]
    public int Threads { get; set; }

    /// <summary>
    /// Threads that read prompts and decode several replies at once, 0 to 64. Default 0: all processors, at most eight. Measured
    /// on two processors, a second thread reads prompts 1.7 times as fast and decodes eight replies 1.8 times as fast. While it
    /// makes things slower instead, because others use the processors, <see cref="Threads"/> are used.
    /// </summary>
    [Range(0, 64, ErrorMessage = "Behavior:Generation:BatchThreads must be between {1} and {2}.")]
    public int BatchThreads { get; set; }

    /// <summary>
    /// Tokens that the running requests of one voice have in memory together, prompts and replies, 256 to 131,072. Default 3,072:
    /// eight requests of 90 tokens that may take 192 more, beside 600 of instructions and examples that they share. With
    /// SmolLM2-135M 1,024 tokens take 24 MB, for the base and for each voice in use.
    /// </summary>
    [Range(256, 131_072, ErrorMessage = "Behavior:Generation:ContextTokens must be between {1} and {2}.")]
    public int ContextTokens { get; set; } = 3_072;

    /// <summary>
    /// Tokens of one reply, 1 to 4,096, where the request names no smaller number; they are set aside for it from the start.
    /// Default 192: a reply of 45 tokens that the model chooses takes some 55 to 110 with what the grammar forces.
    /// </summary>
    [Range(1, 4_096, ErrorMessage = "Behavior:Generation:MaxOutputTokens must be between {1} and {2}.")]
    public int MaxOutputTokens { get; set; } = 192;

    /// <summary>
    /// Requests that one context decodes beside each other, 1 to 64. Default 8: measured on two processors, eight at once give
    /// twice the tokens/s of one, and more give each user less for little.
    /// </summary>
    [Range(1, 64, ErrorMessage = "Behavior:Generation:MaxConcurrent must be between {1} and {2}.")]
    public int MaxConcurrent { get; set; } = 8;

    /// <summary>
    /// Requests that wait for their turn, 0 to 10,000; what comes beyond is told that the model is busy. Default 16: with eight
    /// running, the last of them waits for about the time-out.
    /// </summary>
    [Range(0, 10_000, ErrorMessage = "Behavior:Generation:MaxQueued must be between {1} and {2}.")]
    public int MaxQueued { get; set; } = 16;

    /// <summary>
    /// How long a reply may take from asking to its last token, waiting included, 100 to 600,000 ms. Default 10,000: a bound for
    /// those who use the model directly; answers of the service have <c>Behavior:TimeoutMilliseconds</c>, which is shorter.
    /// </summary>
    [Range(100, 600_000, ErrorMessage = "Behavior:Generation:TimeoutMilliseconds must be between {1} and {2}.")]
    public int TimeoutMilliseconds { get; set; } = 10_000;

    /// <summary>0 to 2; 0 (default) always takes the likeliest token, so that the same question gets the same answer.</summary>
    [Range(0.0, 2.0, ErrorMessage = "Behavior:Generation:Temperature must be between {1} and {2}.")]
    public float Temperature { get; set; }

    /// <summary>With a temperature: how many of the likeliest tokens are drawn from, 1 to 1,000. Default 40, as llama.cpp's.</summary>
    [Range(1, 1_000, ErrorMessage = "Behavior:Generation:TopK must be between {1} and {2}.")]
    public int TopK { get; set; } = 40;

    /// <summary>
    /// With a temperature: the likeliest tokens that together have this probability are drawn from, above 0 to 1. Default 0.95,
    /// as llama.cpp's.
    /// </summary>
    [Range(0.01, 1.0, ErrorMessage = "Behavior:Generation:TopP must be between {1} and {2}.")]
    public float TopP { get; set; } = 0.95f;

    /// <summary>With a temperature: the seed of a request that brings none, so that it can be repeated. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Voices in memory beside the base, 1 to 64. Default 3, with the base and 3,072 tokens each 290 MB of SmolLM2-135M. The one
    /// unused for longest gives way to another; when all are answering, the request is told that the model is busy.
    /// </summary>
    [Range(1, 64, ErrorMessage = "Behavior:Generation:MaxAdapters must be between {1} and {2}.")]
    public int MaxAdapters { get; set; } = 3;

    /// <summary>How long an unused voice stays in memory, 1 to 86,400 s. Default 600; loading one again takes 0.1 s.</summary>
    [Range(1, 86_400, ErrorMessage = "Behavior:Generation:AdapterIdleSeconds must be between {1} and {2}.")]
    public int AdapterIdleSeconds { get; set; } = 600;

    internal int ThreadsUsed => Threads > 0 ? Threads : Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    internal int BatchThreadsUsed => BatchThreads > 0 ? BatchThreads : Math.Min(Environment.ProcessorCount, 8);
}
