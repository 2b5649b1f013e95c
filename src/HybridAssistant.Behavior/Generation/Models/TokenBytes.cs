using System.Globalization;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>The bytes that a token stands for; none for a control, unknown or unused one, as in llama.cpp.</summary>
internal static class TokenBytes
{
    // How SentencePiece writes a blank.
    private const char Blank = '\u2581';

    /// <summary>Of byte-level BPE: each letter stands for a byte.</summary>
    public static byte[] OfByteLevel(string text, TokenKind kind)
    {
        if (kind == TokenKind.UserDefined)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        if (kind != TokenKind.Normal)
        {
            return [];
        }

        var bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int value = ByteLevelAlphabet.ByteOf(text[i]);
            if (value < 0)
            {
                // A token that was added later is written as it is.
                return Encoding.UTF8.GetBytes(text);
            }

            bytes[i] = (byte)value;
        }

        return bytes;
    }

    /// <summary>Of SentencePiece: text with U+2581 for a blank, or "&lt;0x0A&gt;" for a byte.</summary>
    public static byte[] OfSentencePiece(string text, TokenKind kind) => kind switch
    {
        TokenKind.Normal => Encoding.UTF8.GetBytes(text.Replace(Blank, ' ')),
        TokenKind.UserDefined => Encoding.UTF8.GetBytes(text),
        TokenKind.Byte when text.Length == 6 && text.StartsWith("<0x", StringComparison.Ordinal) && text[5] == '>'
            && byte.TryParse(text.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value) => [value],
        _ => [],
    };
}
