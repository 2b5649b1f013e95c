using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>The runtime that runs this, and the SDK that builds it.</summary>
internal sealed class SdkCheckup : ICheckup
{
    public string Subject => ".NET";

    public async Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        string runtime = $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.RuntimeIdentifier})";
        string? sdk = await ReadSdkAsync(cancellationToken);
        return sdk is null
            ? CheckupResult.Limited($"{runtime}; no SDK, so nothing can be built here", "install the .NET 10 SDK: https://dotnet.microsoft.com/download")
            : CheckupResult.Sound($"{runtime}; SDK {sdk}");
    }

    private static async Task<string?> ReadSdkAsync(CancellationToken cancellationToken)
    {
        if (ToolCheckup.Find("dotnet") is not { } dotnet)
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(dotnet, ["--list-sdks"]) { RedirectStandardOutput = true })!;
        string listed = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Split(' ')[0];
    }
}
