using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Benchmarks;

/// <summary>What the guarantee costs: the mask at a place of a reply over 49,152 tokens, and the verifier on a finished text.</summary>
[Config(typeof(ShortRuns))]
[MemoryDiagnoser]
public class GroundingBenchmark
{
    private static readonly Question Asked = new() { Message = "what pressure can the KX-200 take at 80 °C?" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grounding-");
    private readonly WordingVerifier _verifier = new();
    private readonly Decision _stated = Answered(new Evidence { Title = "KX centrifugal pumps", Fact = Pressure });
    private readonly Decision _quoted = Answered(Quoted("Tighten with 25 Nm, spanner 27 mm, and retighten after 50 h with 30 Nm."));
    private TokenVocabulary _vocabulary = null!;
    private float[] _logits = [];
    private GroundedReply _inProse = null!;
    private GroundedReply _inWord = null!;
    private GroundedReply _inSlot = null!;
    private GroundedReply _withSpans = null!;
    private int _word;

    private static Fact Pressure => new()
    {
        Id = "1", Document = "kx.pdf", Page = 2, Product = "KX-200", Attribute = "Max. working pressure", Condition = "at 80 °C",
        Value = "12", Unit = "bar", Box = default, Confidence = 1,
    };

    [GlobalSetup]
    public void Setup()
    {
        string file = Path.Combine(_folder.FullName, "model.gguf");
        RandomModel.Write(file, RandomModelShape.SmolLM2 with { Layers = 1 }, SampleVocabulary.Large, seed: 1);
        _vocabulary = BaseModelReader.Read(file).Vocabulary.Tokens;
        _logits = new float[_vocabulary.Count];
        var classes = new TokenClasses(_vocabulary);
        _inProse = After(classes, _stated, "The,");
        _inWord = After(classes, _stated, "The pum");
        _inSlot = After(classes, _stated, "The {");
        _withSpans = After(classes, _quoted, "The,");
        _word = Enumerable.Range(0, _vocabulary.Count).First(t => _vocabulary.BytesOf(t).SequenceEqual("e"u8));
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Delete(recursive: true);

    [Benchmark(Description = "mask in prose")]
    public void MaskInProse() => Mask(_inProse);

    [Benchmark(Description = "mask within a word")]
    public void MaskInWord() => Mask(_inWord);

    [Benchmark(Description = "mask within a slot")]
    public void MaskInSlot() => Mask(_inSlot);

    [Benchmark(Description = "mask in prose, with spans of a quote")]
    public void MaskWithSpans() => Mask(_withSpans);

    [Benchmark(Description = "a token allowed?")]
    public bool Allows() => _inWord.Allows(_word);

    [Benchmark(Description = "classes of a vocabulary")]
    public TokenClasses Classify() => new(_vocabulary);

    [Benchmark(Description = "verify an answer of one fact")]
    public ImmutableArray<VerificationFault> Verify() =>
        _verifier.Verify("The KX-200 takes 12 bar at 80 °C, as its sheet states.", _stated, Asked);

    private static Decision Answered(Evidence evidence) =>
        new() { Status = AnswerStatus.Answered, Evidence = [evidence], Confidence = 1 };

    private static Evidence Quoted(string text) => new()
    {
        Title = "KX centrifugal pumps",
        Quote = text,
        Passage = new Passage { Id = "p", Document = "kx.pdf", Page = 1, Text = text, Box = default },
    };

    private void Mask(GroundedReply reply)
    {
        Array.Clear(_logits);
        reply.Mask(_logits);
    }

    private GroundedReply After(TokenClasses classes, Decision decision, string text)
    {
        ReplySlots slots = ReplySlotsBuilder.Build(decision, Asked) ?? throw new InvalidOperationException("The evidence cannot be worded.");
        var reply = new GroundedReply(classes, slots, new ReplyLimits { MaxFreeTokens = 200, MaxSentences = 3 });
        while (!reply.Forced.IsEmpty)
        {
            reply.Accept(reply.Forced[0]);
        }

        var tokens = new List<int>();
        _vocabulary.Spell(Encoding.UTF8.GetBytes(text), tokens);
        foreach (int token in tokens)
        {
            reply.Accept(token);
        }

        return reply;
    }
}
