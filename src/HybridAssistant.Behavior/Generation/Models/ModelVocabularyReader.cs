using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Reads the vocabulary of a model file: byte-level BPE ("gpt2") or SentencePiece with bytes to fall back on ("llama").</summary>
internal static class ModelVocabularyReader
{
    private const string TokensKey = "tokenizer.ggml.tokens";

    /// <summary>Reads the vocabulary.</summary>
    /// <exception cref="ModelFileException">There is none, it is of another kind, or it contradicts itself.</exception>
    public static ModelVocabulary Read(GgufFile file)
    {
        string model = file.Text("tokenizer.ggml.model");
        string[] texts = file.Find<string[]>(TokensKey)
            ?? throw file.Fail(ModelFileFault.Invalid, $"its metadata have no '{TokensKey}'. Convert the model with its tokenizer.");
        TokenKind[] kinds = Kinds(file, texts);
        ReadOnlyMemory<byte>[] tokens = model switch
        {
            "gpt2" => [.. texts.Select((text, id) => (ReadOnlyMemory<byte>)TokenBytes.OfByteLevel(text, kinds[id]))],
            "llama" => [.. texts.Select((text, id) => (ReadOnlyMemory<byte>)TokenBytes.OfSentencePiece(text, kinds[id]))],
            _ => throw file.Fail(
                ModelFileFault.Unsupported,
                $"its tokenizer is '{model}'; 'gpt2' (byte-level BPE) and 'llama' (SentencePiece) are served."),
        };

        CheckTexts(file, texts);
        CheckSpelling(file, tokens);
        CheckTables(file, model, texts.Length);
        return new ModelVocabulary(
            new TokenVocabulary(tokens, EndsOfTurn(file, texts, kinds)),
            Enumerable.Range(0, texts.Length).Where(id => kinds[id] == TokenKind.Control)
                .ToFrozenDictionary(id => texts[id], id => id, StringComparer.Ordinal),
            file.Find<string>("tokenizer.ggml.pre") ?? "");
    }

    private static TokenKind[] Kinds(GgufFile file, string[] texts)
    {
        const string Key = "tokenizer.ggml.token_type";
        int[]? numbers = file.Find<int[]>(Key);
        if (numbers is not null && numbers.Length < texts.Length)
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"'{Key}' has {numbers.Length} entries for {texts.Length} tokens. The file is damaged.");
        }

        // Files that do not mark an end of turn as control are common; llama.cpp sets them right by their text too.
        return [.. texts.Select((text, id) =>
            EndOfTurnTokens.Has(text) ? TokenKind.Control : numbers is null ? TokenKind.Normal : (TokenKind)numbers[id])];
    }

    private static ImmutableArray<int> EndsOfTurn(GgufFile file, string[] texts, TokenKind[] kinds)
    {
        IEnumerable<int> named = EndOfTurnTokens.Keys.Where(file.Metadata.ContainsKey).Select(key => file.Number(key, 0, texts.Length - 1));
        IEnumerable<int> known = Enumerable.Range(0, texts.Length).Where(id => EndOfTurnTokens.Has(texts[id]));
        ImmutableArray<int> ends = [.. named.Concat(known).Distinct()];
        if (ends.IsEmpty)
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"no token ends a reply: '{EndOfTurnTokens.Keys[0]}' is not set. Use an instruct model.");
        }

        return ends;
    }

    private static void CheckTexts(GgufFile file, string[] texts)
    {
        var seen = new HashSet<string>(texts.Length, StringComparer.Ordinal);
        if (texts.FirstOrDefault(text => text.Length > 0 && !seen.Add(text)) is { } twice)
        {
            throw file.Fail(ModelFileFault.Invalid, $"the token '{twice}' is in the vocabulary twice. The file is damaged.");
        }
    }

    // Rare bytes may lack a token (SmolLM2 has 235 of 256); without the printable ones there is no JSON to be written.
    private static void CheckSpelling(GgufFile file, ReadOnlyMemory<byte>[] tokens)
    {
        HashSet<byte> single = [.. tokens.Where(token => token.Length == 1).Select(token => token.Span[0])];
        for (byte letter = (byte)' '; letter <= (byte)'~'; letter++)
        {
            if (!single.Contains(letter))
            {
                throw file.Fail(
                    ModelFileFault.Unsupported,
                    $"its vocabulary has no token for '{(char)letter}' alone. The file is damaged or of another kind.");
            }
        }
    }

    private static void CheckTables(GgufFile file, string model, int count)
    {
        if (model == "gpt2" && file.Find<string[]>("tokenizer.ggml.merges") is null)
        {
            throw file.Fail(ModelFileFault.Invalid, "its metadata have no 'tokenizer.ggml.merges'. Convert the model with its tokenizer.");
        }

        const string ScoresKey = "tokenizer.ggml.scores";
        if (file.Metadata.TryGetValue(ScoresKey, out object? scores) && (scores is not (float[] or int[]) || ((Array)scores).Length < count))
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"'{ScoresKey}' does not hold a number for each of the {count} tokens. The file is damaged.");
        }
    }
}
