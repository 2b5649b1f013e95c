using System.CommandLine;
using HybridAssistant.Cli.Commands;
using HybridAssistant.Cli.Hosting;

// One command is one file in Commands/. What they share - settings, services, exit codes - is in Hosting/.
var root = new RootCommand("Answers questions about industrial equipment from the maker's own spec sheets.")
{
    GlobalOptions.Data,
    DemoCommand.Create(),
    ServeCommand.Create(),
    IngestCommand.Create(),
    DocumentsCommand.Create(),
    AskCommand.Create(),
    SearchCommand.Create(),
    EvalCommand.Create(),
    IndexCommand.Create(),
    FeedbackCommand.Create(),
    UnansweredCommand.Create(),
    ModelsCommand.Create(),
    McpCommand.Create(),
    KeysCommand.Create(),
    DoctorCommand.Create(),
    ReadWorkerCommand.Create(),
};

return await CommandLineRunner.RunAsync(root, args);
