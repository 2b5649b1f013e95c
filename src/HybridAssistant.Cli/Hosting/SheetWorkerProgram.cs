using HybridAssistant.Cli.Commands;
using HybridAssistant.Documents.Isolation;

namespace HybridAssistant.Cli.Hosting;

/// <summary>This program as the process that reads sheets apart from the service.</summary>
internal static class SheetWorkerProgram
{
    /// <summary>Starts this program again, as `dotnet hybrid.dll` or as `hybrid`, whichever it was started as.</summary>
    public static SheetWorkerCommand Command { get; } = Create(Environment.ProcessPath ?? "dotnet", typeof(SheetWorkerProgram).Assembly.Location);

    private static SheetWorkerCommand Create(string process, string assembly)
    {
        bool isHost = Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost
            ? new SheetWorkerCommand(process, [assembly, ReadWorkerCommand.Name])
            : new SheetWorkerCommand(process, [ReadWorkerCommand.Name]);
    }
}
