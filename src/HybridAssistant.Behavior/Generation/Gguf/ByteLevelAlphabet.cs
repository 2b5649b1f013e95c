namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>
/// The letters by which byte-level BPE vocabularies write bytes: printable ones of Latin-1 stand for themselves, the others are
/// U+0100 and following, so that a blank is Ġ.
/// </summary>
/// <remarks>bytes_to_unicode of GPT-2 (https://github.com/openai/gpt-2/blob/master/src/encoder.py, MIT).</remarks>
internal static class ByteLevelAlphabet
{
    private static readonly char[] Letters = MakeLetters();
    private static readonly short[] Bytes = MakeBytes();

    /// <summary>The letter of a byte.</summary>
    public static char Letter(byte value) => Letters[value];

    /// <summary>The byte of a letter; -1 where the letter stands for none.</summary>
    public static int ByteOf(char letter) => letter < Bytes.Length ? Bytes[letter] : -1;

    /// <summary>Writes bytes as letters.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = bytes.Length <= 256 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            letters[i] = Letters[bytes[i]];
        }

        return letters.ToString();
    }

    private static char[] MakeLetters()
    {
        var letters = new char[256];
        int next = 256;
        for (int value = 0; value < 256; value++)
        {
            letters[value] = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)value : (char)next++;
        }

        return letters;
    }

    private static short[] MakeBytes()
    {
        var bytes = new short[Letters.Max() + 1];
        Array.Fill(bytes, (short)-1);
        for (int value = 0; value < 256; value++)
        {
            bytes[Letters[value]] = (short)value;
        }

        return bytes;
    }
}
