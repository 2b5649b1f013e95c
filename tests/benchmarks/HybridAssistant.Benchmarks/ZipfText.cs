using System.Globalization;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// Draws running text whose words are as frequent as those of a language are (Zipf-Mandelbrot over 30,000 words), with a
/// model code in every tenth passage. Word 0 is the most frequent; the first 30 stand for the stop words.
/// </summary>
internal sealed class ZipfText
{
    public const int StopWords = 30;

    private const int Vocabulary = 30_000;

    private readonly Random _random;
    private readonly double[] _cumulative = new double[Vocabulary];

    public ZipfText(int seed)
    {
        _random = new Random(seed);
        double sum = 0;
        for (int rank = 0; rank < Vocabulary; rank++)
        {
            sum += 1 / (rank + 2.7);
            _cumulative[rank] = sum;
        }
    }

    /// <summary>A passage of 50 to 90 words.</summary>
    public string Passage()
    {
        IEnumerable<string> words = Enumerable.Range(0, _random.Next(50, 90)).Select(_ => Word(DrawRank()));
        return string.Join(' ', _random.Next(10) == 0 ? words.Append(Code()) : words);
    }

    /// <summary>A question of this many words, none of them a stop word unless asked for, and a code every other time.</summary>
    public string[] Question(int words, bool withStopWords)
    {
        // Askers use the words of the field: of ranks that are even on a logarithmic scale.
        int Rank() => (int)(StopWords * Math.Pow(3000.0 / StopWords, _random.NextDouble()));
        IEnumerable<string> content = Enumerable.Range(0, words).Select(i => withStopWords && i % 2 == 0 ? Word(_random.Next(StopWords)) : Word(Rank()));
        return [.. _random.Next(2) == 0 ? content.Append(Code()) : content];
    }

    private string Code() => string.Create(CultureInfo.InvariantCulture, $"KX-{_random.Next(100, 2000)}");

    private int DrawRank()
    {
        int rank = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return rank < 0 ? ~rank : rank;
    }

    // Letters only, three or more, no two ranks alike, and nothing that a stemmer would take for an ending.
    private static string Word(int rank)
    {
        Span<char> word = stackalloc char[8];
        int length = 0;
        int rest = rank + 400;
        while (rest > 0)
        {
            word[length++] = "bdfgkmnprtvz"[rest % 12];
            rest /= 12;
            word[length++] = "aou"[rest % 3];
            rest /= 3;
        }

        return new string(word[..length]);
    }
}
