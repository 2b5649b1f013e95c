using HybridAssistant.Documents.Isolation;

// Reads sheets for the process that started it; "crash" and "hang" stand for what a hostile file may do to a reader.
switch (args.FirstOrDefault())
{
    case "crash":
        Environment.Exit(134);
        break;
    case "hang":
        await Task.Delay(Timeout.Infinite);
        break;
    default:
        await SheetWorkerHost.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), TimeProvider.System);
        break;
}
