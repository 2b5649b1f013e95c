using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class ModelFolderReaderTests
{
    [Fact]
    public void Reads_everything_from_the_folder()
    {
        using var copy = new ModelFolderCopy("some-model");

        ModelFolder folder = ModelFolderReader.Read(copy.Path);

        Assert.Equal("some-model", folder.Name);
        Assert.Equal("bert", folder.Architecture);
        Assert.Equal(Path.Combine(copy.Path, "onnx/model_int8.onnx"), folder.ModelFile);
        Assert.Equal(256, folder.MaxTokens);
        Assert.Equal(384, folder.Dimensions);
        Assert.Equal(PoolingMode.Mean, folder.Pooling);
        Assert.True(folder.Normalize);
        Assert.Equal("", folder.QueryPrefix);
        Assert.Equal("", folder.DocumentPrefix);
        Assert.Equal(30522, folder.Tokenizer.Vocabulary.Count);
        Assert.True(folder.Tokenizer.LowerCase);
        Assert.True(folder.Tokenizer.StripAccents);
    }

    [Fact]
    public void Reads_the_prefixes_of_questions_and_documents()
    {
        using var copy = new ModelFolderCopy().Write(
            "config_sentence_transformers.json", """{"prompts":{"query":"query: ","passage":"passage: "}}""");

        ModelFolder folder = ModelFolderReader.Read(copy.Path);

        Assert.Equal("query: ", folder.QueryPrefix);
        Assert.Equal("passage: ", folder.DocumentPrefix);
    }

    [Theory]
    [InlineData("""{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}""", PoolingMode.Cls)]
    [InlineData("""{"pooling_mode_max_tokens":true}""", PoolingMode.Max)]
    [InlineData("""{"pooling_mode_mean_sqrt_len_tokens":true}""", PoolingMode.MeanSqrtLength)]
    [InlineData("""{"embedding_dimension":384,"pooling_mode":"cls","include_prompt":true}""", PoolingMode.Cls)]
    internal void Reads_the_pooling(string config, PoolingMode expected)
    {
        using var copy = new ModelFolderCopy().Write("1_Pooling/config.json", config);

        Assert.Equal(expected, ModelFolderReader.Read(copy.Path).Pooling);
    }

    [Fact]
    public void Bounds_the_length_by_the_positions_of_the_model()
    {
        using var copy = new ModelFolderCopy().Write("sentence_bert_config.json", """{"max_seq_length":4096}""");

        Assert.Equal(512, ModelFolderReader.Read(copy.Path).MaxTokens);
    }

    [Fact]
    public void Reads_the_same_tokenizer_from_tokenizer_json()
    {
        using var copy = new ModelFolderCopy();
        TokenizerSettings expected = ModelFolderReader.Read(copy.Path).Tokenizer;

        TokenizerSettings read = ModelFolderReader.Read(copy.UseTokenizerJson().Path).Tokenizer;

        Assert.Equal(expected.Vocabulary, read.Vocabulary);
        Assert.Equal(expected with { Vocabulary = read.Vocabulary }, read);
    }

    [Fact]
    public void Takes_the_unquantised_model_before_others()
    {
        using var copy = new ModelFolderCopy().Write("onnx/model.onnx", "");

        Assert.Equal(Path.Combine(copy.Path, "onnx/model.onnx"), ModelFolderReader.Read(copy.Path).ModelFile);
    }

    [Fact]
    public void Takes_the_configured_model_file()
    {
        using var copy = new ModelFolderCopy().Write("onnx/model.onnx", "");

        Assert.Equal(
            Path.Combine(copy.Path, "onnx/model_int8.onnx"),
            ModelFolderReader.Read(copy.Path, "onnx/model_int8.onnx").ModelFile);
    }

    [Theory]
    [InlineData("config.json", "config.json' is missing; it says the kind of model and its vector length.")]
    [InlineData("modules.json", "modules.json' is missing; it says how token vectors are pooled and normalised.")]
    [InlineData("1_Pooling/config.json", "1_Pooling/config.json' is missing; it says how token vectors are pooled.")]
    [InlineData("vocab.txt", "has neither 'tokenizer.json' nor 'vocab.txt'.")]
    [InlineData("onnx/model_int8.onnx", "holds no ONNX file (looked for onnx/model*.onnx and model.onnx).")]
    public void Names_the_file_that_is_missing(string file, string expected)
    {
        using var copy = new ModelFolderCopy().Delete(file);

        var exception = Assert.Throws<EmbeddingModelException>(() => ModelFolderReader.Read(copy.Path));

        Assert.Contains(expected, exception.Message);
    }

    [Theory]
    [InlineData("config.json", "{", "is not valid JSON")]
    [InlineData("config.json", "[]", "has no 'hidden_size'")]
    [InlineData("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n", "has 3 tokens and lacks the special token '[SEP]'")]
    [InlineData("modules.json", "[]", "names no Pooling module")]
    [InlineData("modules.json", """[{"type":"sentence_transformers.models.Dense"}]""", "has a module of the type 'sentence_transformers.models.Dense'")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":true}""", "asks for the pooling 'cls_token + mean_tokens'")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode":"lasttoken"}""", "asks for the pooling 'lasttoken'")]
    [InlineData("tokenizer.json", """{"model":{"type":"BPE"}}""", "has 'BPE' as its model; only 'WordPiece' is supported")]
    public void Says_what_it_cannot_use(string file, string content, string expected)
    {
        using var copy = new ModelFolderCopy().Write(file, content);

        var exception = Assert.Throws<EmbeddingModelException>(() => ModelFolderReader.Read(copy.Path));

        Assert.Contains(expected, exception.Message);
        Assert.StartsWith(copy.Path, exception.Path);
    }

    [Fact]
    public void Asks_which_of_several_model_files_is_meant()
    {
        using var copy = new ModelFolderCopy()
            .Delete("onnx/model_int8.onnx").Write("onnx/model_O2.onnx", "").Write("onnx/model_O4.onnx", "");

        var exception = Assert.Throws<EmbeddingModelException>(() => ModelFolderReader.Read(copy.Path));

        Assert.Contains("name one in Embedding:ModelFile: model_O2.onnx, model_O4.onnx.", exception.Message);
    }
}
