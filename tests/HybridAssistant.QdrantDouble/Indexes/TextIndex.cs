using System.Text;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>How a full-text index reads a field: whether a text condition compares words rather than characters.</summary>
internal sealed class TextIndex(FieldPath path, TextIndexParams parameters) : IFieldIndex
{
    public FieldPath Path => path;

    public bool ComparesPhrases => parameters.PhraseMatching;

    public void Add(int slot, Payload payload)
    {
    }

    public void Remove(int slot, Payload payload)
    {
    }

    /// <summary>The words of a text: letters and digits together (or all between white space), in lower case unless told not to.</summary>
    public List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text + " ")
        {
            if (parameters.Tokenizer == TokenizerType.Whitespace ? !char.IsWhiteSpace(character) : char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                words.Add(parameters.HasLowercase && !parameters.Lowercase ? word.ToString() : word.ToString().ToLowerInvariant());
                word.Clear();
            }
        }

        return words;
    }
}
