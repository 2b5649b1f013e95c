using System.Globalization;
using HybridAssistant.ModelLoadHost;

// HybridAssistant.ModelLoadHost FILE [BASE]
// Reads lines "position bytes" (hexadecimal) from its input, sets these bytes of FILE, a model of its own copy, loads it (as an adapter of BASE
// where one is given), decodes a token, and puts the bytes back. Answers each line with "loaded" or "refused".
using var trial = new LoadTrial(args[0], args.Length > 1 ? args[1] : null);
while (Console.ReadLine() is { Length: > 0 } line)
{
    string[] parts = line.Split(' ');
    Console.WriteLine(trial.Run(long.Parse(parts[0], CultureInfo.InvariantCulture), Convert.FromHexString(parts[1])) ? "loaded" : "refused");
}
