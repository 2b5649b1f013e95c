using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Reads and checks a base model before llama.cpp sees it.</summary>
public static class BaseModelReader
{
    /// <summary>Reads header, table of tensors and vocabulary; takes 10 to 100 ms, whatever the weights.</summary>
    /// <param name="path">A GGUF file.</param>
    /// <exception cref="ModelFileException">The file cannot be used; the message says why and what to do.</exception>
    public static BaseModel Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(GgufReader.Read(path));
    }

    internal static BaseModel Read(GgufFile file)
    {
        string type = file.Find<string>("general.type") ?? "model";
        if (type != "model")
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"it is of the type '{type}' and no base model. Name the base here, and adapters as such.");
        }

        BaseModelShape shape = BaseModelShapeReader.Read(file);
        ModelVocabulary vocabulary = ModelVocabularyReader.Read(file);
        int count = vocabulary.Tokens.Count;
        if (file.NumberOr($"{shape.Architecture}.vocab_size", count, 1, int.MaxValue) is var claimed && claimed != count)
        {
            throw file.Fail(ModelFileFault.Invalid, $"it has {count} tokens and claims {claimed}. The file is damaged.");
        }

        BaseModelTensors.Check(file, shape, count);
        return new BaseModel(file, shape, vocabulary, BaseFingerprint.Compute(file, shape));
    }
}
