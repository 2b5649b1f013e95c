using System.Text.Json;
using System.Text.Json.Nodes;
using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

/// <summary>A copy of the shipped model's folder that a test may change.</summary>
internal sealed class ModelFolderCopy : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("model-folder-");

    /// <param name="name">Name of the copy.</param>
    /// <param name="withWeights">Copies the ONNX file too, else an empty file stands for it.</param>
    public ModelFolderCopy(string name = "copy", bool withWeights = false)
    {
        Path = System.IO.Path.Combine(_parent.FullName, name);
        string shipped = System.IO.Path.Combine(SentenceEmbedderLoader.ShippedModelsFolder, "all-MiniLM-L6-v2");
        foreach (string file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            string copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            if (withWeights || !file.EndsWith(".onnx", StringComparison.Ordinal))
            {
                File.Copy(file, copy);
            }
            else
            {
                File.WriteAllText(copy, "");
            }
        }
    }

    public string Path { get; }

    public string ParentPath => _parent.FullName;

    public ModelFolderCopy Write(string file, string content)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public ModelFolderCopy Delete(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    /// <summary>Puts a <c>tokenizer.json</c> with the same vocabulary in the place of <c>vocab.txt</c>.</summary>
    public ModelFolderCopy UseTokenizerJson()
    {
        var vocabulary = new JsonObject();
        foreach ((int id, string token) in File.ReadLines(System.IO.Path.Combine(Path, "vocab.txt")).Index())
        {
            vocabulary[token] = id;
        }

        var file = new JsonObject
        {
            ["normalizer"] = JsonNode.Parse(
                """{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true}"""),
            ["pre_tokenizer"] = JsonNode.Parse("""{"type":"BertPreTokenizer"}"""),
            ["model"] = new JsonObject
            {
                ["type"] = "WordPiece",
                ["unk_token"] = "[UNK]",
                ["continuing_subword_prefix"] = "##",
                ["max_input_chars_per_word"] = 100,
                ["vocab"] = vocabulary,
            },
        };
        return Write("tokenizer.json", file.ToJsonString(JsonSerializerOptions.Default)).Delete("vocab.txt");
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
