using System.Collections.Immutable;
using System.Text;

namespace HybridAssistant.Behavior.Generation;

/// <summary>The tokens of a model as the bytes that each stands for.</summary>
public sealed class TokenVocabulary
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly int _longest;

    /// <summary>A vocabulary.</summary>
    /// <param name="tokens">Bytes of each token in the order of their ids; empty for a control token, which stands for no text.</param>
    /// <param name="endOfTurn">The tokens that end a reply.</param>
    /// <exception cref="ArgumentException">A token that ends a reply is not in the vocabulary.</exception>
    public TokenVocabulary(IReadOnlyList<ReadOnlyMemory<byte>> tokens, ImmutableArray<int> endOfTurn)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (endOfTurn.Any(id => id < 0 || id >= tokens.Count))
        {
            throw new ArgumentException($"A token that ends a reply is not among the {tokens.Count} of the vocabulary.", nameof(endOfTurn));
        }

        _bytes = new byte[tokens.Sum(t => t.Length)];
        _ends = new int[tokens.Count];
        EndOfTurn = endOfTurn;
        var ids = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        for (int id = 0, at = 0; id < tokens.Count; id++)
        {
            ReadOnlySpan<byte> token = tokens[id].Span;
            token.CopyTo(_bytes.AsSpan(at));
            _ends[id] = at += token.Length;
            if (token.Length > 0)
            {
                // The first of equals: byte tokens of a fallback come before the words.
                ids.TryAdd(Encoding.Latin1.GetString(token), id);
                _longest = Math.Max(_longest, token.Length);
            }
        }

        _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _ends.Length;

    /// <summary>The tokens that end a reply.</summary>
    public ImmutableArray<int> EndOfTurn { get; }

    /// <summary>The bytes that a token stands for; empty for a control token.</summary>
    public ReadOnlySpan<byte> BytesOf(int token) => _bytes.AsSpan()[(token == 0 ? 0 : _ends[token - 1]).._ends[token]];

    /// <summary>
    /// Spells a text by the longest token that fits, from left to right. Not always the split of the model's own tokenizer: for
    /// short forced pieces, which the model reads but does not choose.
    /// </summary>
    /// <exception cref="ArgumentException">A byte of the text has no token.</exception>
    public void Spell(ReadOnlySpan<byte> text, ICollection<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        Span<char> window = stackalloc char[Math.Min(_longest, text.Length)];
        while (text.Length > 0)
        {
            int length = Math.Min(_longest, text.Length);
            Encoding.Latin1.GetChars(text[..length], window);
            int id = -1;
            while (length > 0 && !_ids.TryGetValue(window[..length], out id))
            {
                length--;
            }

            if (length == 0)
            {
                throw new ArgumentException($"The vocabulary has no token for the byte 0x{text[0]:X2}.", nameof(text));
            }

            into.Add(id);
            text = text[length..];
        }
    }
}
