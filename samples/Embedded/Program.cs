using HybridAssistant;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Ingestion;
using HybridAssistant.Serving;
using Microsoft.Extensions.DependencyInjection;

// The assistant inside an application: sheets in, a question, the answer as it comes.
if (args is not [string sheets, string question])
{
    Console.Error.WriteLine("Usage: Embedded SHEETS QUESTION\n  SHEETS    folder of spec-sheet PDFs\n  QUESTION  what a customer asks");
    return 2;
}

await using ServiceProvider services = new ServiceCollection()
    .AddHybridAssistant(options => options.Data = "assistant-data")
    .BuildServiceProvider();
IAssistant assistant = services.GetRequiredService<IAssistant>();

IngestionReport report;
try
{
    report = await assistant.IngestAsync([sheets]);
}
catch (IngestionPathException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

foreach (IngestionResult sheet in report.Results)
{
    Console.WriteLine($"{sheet.Document}: {sheet.Outcome}, {sheet.FactCount} facts {sheet.Reason}");
}

await foreach (AnswerUpdate update in assistant.AskStreamingAsync(new Question { Message = question }))
{
    switch (update)
    {
        case AnswerDecided { Answer: var decided }:
            Console.WriteLine($"\n{decided.Status}");
            break;
        case AnswerSentence { Text: var sentence }:
            Console.Write(sentence);
            break;
        case AnswerCompleted { Answer: var answer }:
            Console.WriteLine();
            foreach (Citation citation in answer.Citations)
            {
                Console.WriteLine($"  [{citation.Id}] {citation.Document}, page {citation.Page}: {citation.Quote}");
            }

            break;
    }
}

return 0;
