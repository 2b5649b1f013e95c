using System.Text;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.RandomModels;
using LLama;
using LLama.Common;
using LLama.Native;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

[Collection(LlamaCollection.Name)]
public sealed class ModelVocabularyReaderTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public static TheoryData<string> Vocabularies => ["small", "large", "sentencepiece"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Tokens_stand_for_the_bytes_that_llama_cpp_says(string name)
    {
        string path = Write(name);
        TokenVocabulary tokens = BaseModelReader.Read(path).Vocabulary.Tokens;
        using LLamaWeights weights = LLamaWeights.LoadFromFile(new ModelParams(path) { VocabOnly = true });
        var buffer = new byte[256];

        for (int id = 0; id < tokens.Count; id++)
        {
            uint length = weights.NativeHandle.TokenToSpan(id, buffer, 0, special: false);
            Assert.True(tokens.BytesOf(id).SequenceEqual(buffer.AsSpan(0, (int)length)), $"Token {id}: {Encoding.UTF8.GetString(tokens.BytesOf(id))}");
        }
    }

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void A_reply_ends_where_llama_cpp_ends_it(string name)
    {
        string path = Write(name);
        TokenVocabulary tokens = BaseModelReader.Read(path).Vocabulary.Tokens;
        using LLamaWeights weights = LLamaWeights.LoadFromFile(new ModelParams(path) { VocabOnly = true });

        Assert.Equal(
            Enumerable.Range(0, tokens.Count).Where(id => ((LLamaToken)id).IsEndOfGeneration(weights.NativeHandle)),
            tokens.EndOfTurn.Order());
    }

    [Fact]
    public void Controls_are_known_by_their_text()
    {
        ModelVocabulary vocabulary = BaseModelReader.Read(_folder.WriteBase()).Vocabulary;

        Assert.Equal(SampleVocabulary.TurnStart, vocabulary.Controls["<|im_start|>"]);
        Assert.Equal(SampleVocabulary.TurnEnd, vocabulary.Controls["<|im_end|>"]);
        Assert.Equal("gpt-2", vocabulary.PreTokenizer);
    }

    [Fact]
    public void An_end_of_turn_that_the_file_calls_a_word_is_none()
    {
        string path = _folder.Rewrite(
            _folder.WriteBase(), ("tokenizer.ggml.token_type", Enumerable.Repeat(1, SampleVocabulary.Small.Tokens.Length).ToArray()));

        TokenVocabulary tokens = BaseModelReader.Read(path).Vocabulary.Tokens;

        Assert.Contains(SampleVocabulary.TurnEnd, tokens.EndOfTurn);
        Assert.True(tokens.BytesOf(SampleVocabulary.TurnEnd).IsEmpty);
    }

    [Fact]
    public void A_token_that_was_added_later_is_taken_as_it_is_written()
    {
        Assert.Equal(" €"u8.ToArray(), TokenBytes.OfByteLevel(" €", TokenKind.Normal));
        Assert.Equal("<tool>"u8.ToArray(), TokenBytes.OfByteLevel("<tool>", TokenKind.UserDefined));
        Assert.Empty(TokenBytes.OfByteLevel("[PAD12]", TokenKind.Unused));
    }

    private string Write(string name) => _folder.WriteBase(vocabulary: name switch
    {
        "small" => SampleVocabulary.Small,
        "large" => SampleVocabulary.Large,
        _ => SampleVocabulary.SentencePiece,
    });
}
