namespace HybridAssistant.Benchmarks;

/// <summary>Draws lines as facts are embedded: title, product, attribute, condition, value; 10 to 30 tokens.</summary>
internal static class SpecLines
{
    private static readonly string[] Titles =
        ["KX series centrifugal pumps", "SC screw compressors", "Gear motors", "BV ball valves", "PT pressure transmitters"];

    private static readonly string[] Attributes =
    [
        "Max. working pressure", "Rated voltage", "Operating temperature range", "Weight", "Flow rate", "Rated power",
        "Protection class", "Sound pressure level at 1 m", "Response time", "Repeatability", "Supply current, no load",
    ];

    private static readonly string[] Conditions = ["", "", "", " (at 20 °C)", " (24 V DC, 50 % duty)", " (typ.)", " at 6 bar"];

    private static readonly string[] Units = ["bar", "V", "°C", "kg", "m³/h", "kW", "dB(A)", "ms", "% FS", "mA"];

    public static string[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        string Pick(string[] from) => from[random.Next(from.Length)];
        return [.. Enumerable.Range(0, count).Select(_ => FormattableString.Invariant(
            $"{Pick(Titles)} · KX-{random.Next(10, 400)} · {Pick(Attributes)}{Pick(Conditions)}: {random.Next(1, 4000) / 10.0} {Pick(Units)}"))];
    }
}
