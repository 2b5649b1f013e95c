using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.RandomModels;

/// <summary>
/// Makes a byte-level BPE vocabulary in which given texts are single tokens, with merges that really lead to them: a text is split
/// by the merges so far, and what is left apart is merged from the left. Later merges yield to earlier ones, so that what was
/// learned stays learned.
/// </summary>
internal sealed class BytePairBuilder
{
    private readonly int _controls;
    private readonly List<string> _tokens;
    private readonly HashSet<string> _known;
    private readonly Dictionary<(string Left, string Right), int> _ranks = [];
    private readonly List<string> _merges = [];

    public BytePairBuilder(IReadOnlyList<string> controls)
    {
        _controls = controls.Count;
        _tokens = [.. controls, .. Enumerable.Range(0, 256).Select(value => ByteLevelAlphabet.Letter((byte)value).ToString())];
        _known = new(_tokens, StringComparer.Ordinal);
    }

    /// <summary>Tokens so far.</summary>
    public int Count => _tokens.Count;

    /// <summary>Makes a text a token, and each piece on the way to it, unless the vocabulary is full.</summary>
    public void Learn(string text, int limit = int.MaxValue)
    {
        List<string> parts = Split(ByteLevelAlphabet.Write(Encoding.UTF8.GetBytes(text)));
        while (parts.Count > 1 && _tokens.Count < limit)
        {
            (string left, string right) = (parts[0], parts[1]);
            _ranks.Add((left, right), _merges.Count);
            _merges.Add($"{left} {right}");
            if (_known.Add(left + right))
            {
                _tokens.Add(left + right);
            }

            parts[0] = left + right;
            parts.RemoveAt(1);
        }
    }

    public SampleVocabulary Build(string preTokenizer) => new(
        "gpt2", preTokenizer, [.. _tokens], [.. _tokens.Select((_, id) => id < _controls ? TokenKind.Control : TokenKind.Normal)], [.. _merges]);

    private List<string> Split(string letters)
    {
        List<string> parts = [.. letters.Select(letter => letter.ToString())];
        while (true)
        {
            int at = -1;
            int best = int.MaxValue;
            for (int i = 0; i + 1 < parts.Count; i++)
            {
                if (_ranks.TryGetValue((parts[i], parts[i + 1]), out int rank) && rank < best)
                {
                    (at, best) = (i, rank);
                }
            }

            if (at < 0)
            {
                return parts;
            }

            parts[at] += parts[at + 1];
            parts.RemoveAt(at + 1);
        }
    }
}
