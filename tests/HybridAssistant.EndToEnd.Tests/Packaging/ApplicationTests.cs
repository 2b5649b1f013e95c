using HybridAssistant.RandomModels;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>An application of somebody else's, which takes the package and no more.</summary>
public sealed class ApplicationTests(PackageFeed feed) : IAsyncLifetime
{
    private const string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <!-- The natives of thirty platforms are linked, not copied: 50 MB instead of 830. -->
            <CreateSymbolicLinksForCopyLocalIfPossible>true</CreateSymbolicLinksForCopyLocalIfPossible>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="HybridAssistant" Version="{PackageFeed.Version}" />
          </ItemGroup>
        </Project>
        """;

    // Beside other tests a model of any size is slow: the limits only end what would never come.
    private const string Program = """
        using HybridAssistant;
        using HybridAssistant.Core.Answers;
        using Microsoft.Extensions.DependencyInjection;

        await using ServiceProvider services = new ServiceCollection()
            .AddHybridAssistant(options =>
            {
                options.LanguageModel = args[2];
                options.Others["Behavior:TimeoutMilliseconds"] = "120000";
                options.Others["Behavior:Generation:TimeoutMilliseconds"] = "120000";
                options.Others["Behavior:Generation:Threads"] = "1";
                options.Others["Behavior:Generation:BatchThreads"] = "1";
            })
            .BuildServiceProvider();
        IAssistant assistant = services.GetRequiredService<IAssistant>();
        await assistant.IngestAsync([args[0]]);
        Answer answer = await assistant.AskAsync(args[1]);
        Console.WriteLine($"{answer.Status} {answer.Served.Variant} {answer.Served.Model}");
        Console.WriteLine(answer.Text);
        Console.WriteLine($"{answer.Citations[0].Document}, page {answer.Citations[0].Page}");
        """;

    private readonly Workspace _workspace = Workspace.WithRevisionA();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await feed.StartAsync();

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    // Reading takes PdfPig and SkiaSharp, the index SQLite, embedding ONNX Runtime and the model beside it, wording llama.cpp.
    [Fact]
    public async Task Reads_embeds_and_words_with_what_the_package_brings()
    {
        string folder = feed.CreateForeignFolder();
        string model = _workspace.PathOf("tiny.gguf");
        RandomModel.Write(model, RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
        await File.WriteAllTextAsync(Path.Combine(folder, "Application.csproj"), Project, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program, Cancellation);

        CommandOutcome built = await DotnetSdk.RunAsync(folder, "build", "--output", "built");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
        CommandOutcome run = await DotnetSdk.RunAsync(
            folder, Path.Combine("built", "Application.dll"), _workspace.Sheets, "What is the maximum working pressure of the KX-250 at 120 °C?", model);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal("Answered few-shot random llama of seed 1", run.Lines[0]);
        Assert.Contains("12 bar", run.Lines[1], StringComparison.Ordinal);
        Assert.Equal("kx.pdf, page 2", run.Lines[2]);
        Assert.True(File.Exists(Path.Combine(folder, "data", "index.db")));
    }
}
