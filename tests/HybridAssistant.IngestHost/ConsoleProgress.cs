using HybridAssistant.Ingestion;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>Prints the name of each document that is done.</summary>
internal sealed class ConsoleProgress : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value)
    {
        if (value.Result is not null)
        {
            Console.Out.WriteLine(value.Document);
            Console.Out.Flush();
        }
    }
}
