using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>
/// The <c>BertNormalizer</c> of Hugging Face's tokenizers, step by step. The one inside Microsoft.ML.Tokenizers
/// drops the signs that spec sheets live by (± ≤ × ° ²), keeps accents and glues words over line breaks.
/// </summary>
internal sealed class BertNormalizer(bool cleanText, bool separateCjk, bool stripAccents, bool lowerCase) : Normalizer
{
    private static readonly SearchValues<char> PlainAscii =
        SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public override string Normalize(string original) => Normalize(original.AsSpan());

    public override string Normalize(ReadOnlySpan<char> original)
    {
        if (!original.ContainsAnyExcept(PlainAscii))
        {
            return original.ToString();
        }

        var cleaned = new StringBuilder(original.Length + 8);
        foreach (Rune rune in original.EnumerateRunes())
        {
            AppendCleaned(cleaned, rune);
        }

        if (!stripAccents && !lowerCase)
        {
            return cleaned.ToString();
        }

        string text = cleaned.ToString();
        return Fold(stripAccents ? text.Normalize(NormalizationForm.FormD) : text);
    }

    private void AppendCleaned(StringBuilder text, Rune rune)
    {
        if (cleanText)
        {
            // A lone surrogate is enumerated as U+FFFD and dropped with it.
            if (rune.Value is 0 or 0xFFFD)
            {
                return;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                text.Append(' ');
                return;
            }

            if (IsOther(Rune.GetUnicodeCategory(rune)))
            {
                return;
            }
        }

        if (separateCjk && IsCjk(rune.Value))
        {
            text.Append(' ').Append(rune).Append(' ');
        }
        else
        {
            text.Append(rune);
        }
    }

    private string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (stripAccents && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(lowerCase ? Rune.ToLowerInvariant(rune) : rune);
        }

        return folded.ToString();
    }

    private static bool IsOther(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.Surrogate;

    // The ideograph blocks of BERT's original tokenization.py; kana and hangul are words of an alphabet there.
    private static bool IsCjk(int codePoint) => codePoint
        is (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F)
        or (>= 0x2B820 and <= 0x2CEAF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x2F800 and <= 0x2FA1F);
}
