using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.RandomModels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// A model of SmolLM2-135M's shape in Q4_0 with random weights and two voices of rank 16 on q, k, v and o, on all processors, and
/// requests as the service makes them: the prompt with its examples, the grammar, one fact to state.
/// </summary>
internal sealed class SmolModel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smol-model-");
    private readonly ChatPromptEncoder _encoder;
    private readonly TokenClasses _classes;
    private readonly PromptBuilder _prompts = new();
    private readonly ReplySlots _slots;

    public SmolModel(int maxConcurrent = 8)
    {
        string model = File;
        RandomModel.Write(model, RandomModelShape.SmolLM2, SampleVocabulary.Large, seed: 1);
        foreach ((string name, int seed) in (ReadOnlySpan<(string, int)>)[("acme", 1), ("blue", 2)])
        {
            RandomAdapter.Write(Path.Combine(_folder.FullName, name + ".gguf"), RandomModelShape.SmolLM2, rank: 16, seed, strength: 0.1f);
        }

        var options = new GenerationOptions { MaxConcurrent = maxConcurrent };
        Engine = new LlamaEngine(
            LanguageModel.Load(BaseModelReader.Read(model), options, NullLogger.Instance),
            new AdapterFolder(_folder.FullName),
            options,
            TimeProvider.System,
            NullLogger.Instance);
        _encoder = new ChatPromptEncoder(Engine.Model, template: "");
        _classes = new TokenClasses(Engine.Model.Vocabulary);
        _slots = ReplySlotsBuilder.Build(Stated, Asked) ?? throw new InvalidOperationException("The fact cannot be worded.");
    }

    public LlamaEngine Engine { get; }

    /// <summary>The model's file.</summary>
    public string File => Path.Combine(_folder.FullName, "smol.gguf");

    private static Question Asked { get; } = new() { Message = "what pressure can the KX-200 take when the medium is hot, at about 80 °C?" };

    private static Decision Stated { get; } = new()
    {
        Status = AnswerStatus.Answered,
        Evidence =
        [
            new Evidence
            {
                Title = "KX centrifugal pumps",
                Fact = new Fact
                {
                    Id = "1", Document = "kx.pdf", Page = 2, Product = "KX-200", Attribute = "Max. working pressure", Condition = "at 80 °C",
                    Value = "12", Unit = "bar", Box = default, Confidence = 1,
                },
            },
        ],
        Confidence = 1,
    };

    /// <summary>A grounded reply of 45 tokens that the model chooses, or of fewer.</summary>
    /// <returns>What the reply took.</returns>
    public async Task<GenerationResult> AnswerAsync(string? adapter = null, int freeTokens = 45)
    {
        ReplyStream reply = Engine.Start(await RequestAsync(adapter, freeTokens), CancellationToken.None);
        await foreach (GeneratedToken token in reply.ReadAsync())
        {
        }

        return reply.Result;
    }

    /// <summary>What a grounded reply says, its slots filled.</summary>
    public async Task<string> TextAsync()
    {
        GenerationRequest request = await RequestAsync(null, 45);
        await foreach (GeneratedToken token in Engine.Start(request, CancellationToken.None).ReadAsync())
        {
        }

        return SlotFiller.Fill(ReplyReader.ReadText(((GroundedReply)request.Constraint!).Json), _slots);
    }

    /// <summary>Until the model has chosen a token: what the grammar forces before it is there at once.</summary>
    public async Task FirstTokenAsync()
    {
        using var enough = new CancellationTokenSource();
        ReplyStream reply = Engine.Start(await RequestAsync(null, 45), enough.Token);
        await foreach (GeneratedToken token in reply.ReadAsync())
        {
            if (!token.Forced)
            {
                break;
            }
        }

        await enough.CancelAsync();
    }

    /// <summary>The request for a grounded reply.</summary>
    public async Task<GenerationRequest> RequestAsync(string? adapter, int freeTokens)
    {
        IReadOnlyList<ChatMessage> messages = await _prompts.BuildAsync(Asked, _slots);
        ChatPrompt prompt = _encoder.Encode(messages, messages.Count - 1);
        var reply = new GroundedReply(_classes, _slots, new ReplyLimits { MaxFreeTokens = freeTokens, MaxSentences = 6 });
        return new GenerationRequest
        {
            Shared = prompt.Shared,
            Prompt = prompt.Rest,
            Constraint = reply,
            Adapter = adapter,
            MaxTokens = reply.MaxTokens,
        };
    }

    /// <summary>Memory of this process that is resident, in MB.</summary>
    public static long ResidentMegabytes => Environment.WorkingSet / 1_000_000;

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
    }
}
