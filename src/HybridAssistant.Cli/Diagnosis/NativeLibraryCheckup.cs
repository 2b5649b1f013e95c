using System.Runtime.InteropServices;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>A shared library of the system.</summary>
internal sealed class NativeLibraryCheckup(string library, string package, string purpose) : ICheckup
{
    public string Subject => library;

    public Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Task.FromResult(CheckupResult.Sound("only needed on Linux"));
        }

        if (!NativeLibrary.TryLoad(library, out nint handle))
        {
            return Task.FromResult(CheckupResult.Broken($"not installed; {purpose}", $"apt-get install -y --no-install-recommends {package}"));
        }

        NativeLibrary.Free(handle);
        return Task.FromResult(CheckupResult.Sound("loads"));
    }
}
