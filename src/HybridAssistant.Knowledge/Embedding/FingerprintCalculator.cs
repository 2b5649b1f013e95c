using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Hashes everything that shapes a vector: weights, vocabulary, tokenizer, pooling, normalisation, length, prefixes.</summary>
internal static class FingerprintCalculator
{
    // Raised when this code's own part of the way to a vector changes (tokenizer, pooling).
    private const string CodeVersion = "1";

    public static EmbedderFingerprint Compute(ModelFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in WeightFiles(folder.ModelFile))
        {
            AppendFile(hash, file);
        }

        TokenizerSettings tokenizer = folder.Tokenizer;
        Append(hash, string.Join('\n', tokenizer.Vocabulary));
        Append(hash, string.Create(CultureInfo.InvariantCulture,
            $"{CodeVersion}|{tokenizer.UnknownToken}|{tokenizer.StartToken}|{tokenizer.EndToken}|{tokenizer.ContinuationPrefix}"
            + $"|{tokenizer.MaxWordLength}|{tokenizer.CleanText}|{tokenizer.SeparateCjk}|{tokenizer.LowerCase}|{tokenizer.StripAccents}"
            + $"|{folder.MaxTokens}|{folder.Pooling}|{folder.Normalize}|{folder.QueryPrefix}|{folder.DocumentPrefix}"));
        string digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new EmbedderFingerprint(string.Create(
            CultureInfo.InvariantCulture, $"{folder.Architecture}-{folder.Dimensions}-{digest[..16]}"));
    }

    // Weights beyond 2 GB lie beside the graph, as model.onnx_data or model.onnx.data.
    private static IEnumerable<string> WeightFiles(string modelFile) =>
        Directory.GetFiles(Path.GetDirectoryName(modelFile)!, Path.GetFileName(modelFile) + "*").Order(StringComparer.Ordinal);

    private static void AppendFile(IncrementalHash hash, string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
