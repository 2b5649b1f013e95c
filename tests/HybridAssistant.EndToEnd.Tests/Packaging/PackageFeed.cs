using HybridAssistant.EndToEnd.Tests.Packaging;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>
/// The packages of what the tests were built from, in a folder of their own with all that is installed and built from them; packed
/// by the first test that asks. Third-party packages come from where the checkout was restored from, so that nothing is fetched.
/// </summary>
public sealed class PackageFeed : IAsyncDisposable
{
    /// <summary>A version that no other feed has; a stable one, since packing a release is stricter.</summary>
    public const string Version = "0.0.65000";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private string? _tool;

    /// <summary>What packing wrote.</summary>
    internal string PackingOutput { get; private set; } = "";

    /// <summary>Makes the packages, once; skips the test where they cannot be made.</summary>
    internal async Task StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_folder is null)
            {
                string[] output = Repository.Output.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
                Assert.SkipUnless(output.Length == 3, "Packages are made of the default flavour of the native libraries.");
                Assert.SkipUnless(await DotnetSdk.IsThereAsync(), "There is no .NET SDK, only a runtime.");
                _folder = Directory.CreateTempSubdirectory("packages-").FullName;
                await PackAsync(output[1]);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A new folder that takes packages from the feed, and keeps them out of the user's own.</summary>
    internal string CreateForeignFolder()
    {
        string folder = Directory.CreateDirectory(PathOf(Path.GetRandomFileName())).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PathOf("unpacked")}" /></config>
              <fallbackPackageFolders>
                <clear />
                {string.Concat(RestoredPackages.Folders.Select((path, i) => $"<add key=\"restored{i}\" value=\"{path}\" />"))}
              </fallbackPackageFolders>
              <packageSources>
                <clear />
                <add key="feed" value="{PathOf("feed")}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    /// <summary>Installs the command as a .NET tool, once.</summary>
    /// <returns>Path of the command.</returns>
    internal async Task<string> InstallToolAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_tool is null)
            {
                string folder = PathOf("tool");
                CommandOutcome outcome = await DotnetSdk.RunAsync(
                    CreateForeignFolder(), "tool", "install", "HybridAssistant.Cli", "--version", Version, "--tool-path", folder);
                Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
                _tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "hybrid.exe" : "hybrid");
            }

            return _tool;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A package, or with the extension "snupkg" its symbols.</summary>
    internal PackageFile Open(string id, string extension = "nupkg") => new(PathOf(Path.Combine("feed", $"{id}.{Version}.{extension}")));

    /// <summary>A path in the folder that goes with the feed.</summary>
    internal string PathOf(string name) => Path.Combine(_folder!, name);

    public ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    // What the tests run is packed as it is, and what packing makes besides goes into the folder, not into the checkout.
    private async Task PackAsync(string configuration)
    {
        CommandOutcome outcome = await DotnetSdk.RunAsync(
            Repository.Root, "pack", "HybridAssistant.sln", "--no-build", "--configuration", configuration, "--output", PathOf("feed"),
            $"-p:Version={Version}", $"-p:NuspecOutputPath={PathOf("specifications")}/", $"-p:PublishDir={PathOf("published")}/");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        PackingOutput = outcome.Output;
    }
}
