using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class FingerprintCalculatorTests
{
    [Fact]
    public void Is_the_same_for_the_same_model_in_another_folder()
    {
        using var one = new ModelFolderCopy("one");
        using var other = new ModelFolderCopy("other");

        Assert.Equal(Compute(one), Compute(other));
    }

    [Theory]
    [InlineData("onnx/model_int8.onnx", "other weights")]
    [InlineData("onnx/model_int8.onnx_data", "other weights")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode":"cls"}""")]
    [InlineData("sentence_bert_config.json", """{"max_seq_length":128}""")]
    [InlineData("config_sentence_transformers.json", """{"prompts":{"query":"query: "}}""")]
    [InlineData("tokenizer_config.json", """{"do_lower_case":false}""")]
    public void Differs_where_vectors_differ(string file, string content)
    {
        using var copy = new ModelFolderCopy();
        EmbedderFingerprint before = Compute(copy);

        copy.Write(file, content);

        Assert.NotEqual(before, Compute(copy));
    }

    private static EmbedderFingerprint Compute(ModelFolderCopy copy) =>
        FingerprintCalculator.Compute(ModelFolderReader.Read(copy.Path));
}
