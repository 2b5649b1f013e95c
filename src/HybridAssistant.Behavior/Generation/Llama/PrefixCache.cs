using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Beginnings of prompts in one context, each computed once; the one unused for longest gives way.</summary>
/// <param name="decoder">The context.</param>
/// <param name="sequences">Sequences for beginnings: as many can be kept.</param>
internal sealed class PrefixCache(IDecoder decoder, IEnumerable<int> sequences)
{
    private readonly Stack<int> _free = new(sequences);
    private readonly List<Prefix> _prefixes = [];
    private long _uses;

    /// <summary>Positions that the beginnings take.</summary>
    public int Positions => _prefixes.Sum(prefix => prefix.Tokens.Length);

    /// <summary>Beginnings that replies wait for.</summary>
    public IEnumerable<Prefix> Unfinished => _prefixes.Where(prefix => prefix is { IsReady: false, Users: > 0 });

    /// <summary>The beginning with these tokens, if it is kept.</summary>
    public Prefix? Find(ImmutableArray<int> tokens) => _prefixes.Find(prefix => prefix.Tokens.AsSpan().SequenceEqual(tokens.AsSpan()));

    /// <summary>Keeps another beginning, to be computed; null when all that are kept are in use.</summary>
    public Prefix? Add(ImmutableArray<int> tokens)
    {
        if (_free.Count == 0 && !RemoveIdle())
        {
            return null;
        }

        var prefix = new Prefix(tokens, _free.Pop());
        _prefixes.Add(prefix);
        return prefix;
    }

    /// <summary>A reply builds on a beginning.</summary>
    public void Enter(Prefix prefix)
    {
        prefix.Users++;
        prefix.LastUse = ++_uses;
    }

    /// <summary>Forgets the beginning that nobody uses and that was unused for longest.</summary>
    /// <param name="except">Not this one.</param>
    /// <returns>Whether there was one.</returns>
    public bool RemoveIdle(Prefix? except = null)
    {
        Prefix? oldest = _prefixes.Where(prefix => prefix.Users == 0 && prefix != except).MinBy(prefix => prefix.LastUse);
        if (oldest is null)
        {
            return false;
        }

        decoder.Remove(oldest.Sequence);
        _prefixes.Remove(oldest);
        _free.Push(oldest.Sequence);
        return true;
    }

    /// <summary>The context lost its memory.</summary>
    public void Clear()
    {
        _prefixes.ForEach(prefix => _free.Push(prefix.Sequence));
        _prefixes.Clear();
    }
}
