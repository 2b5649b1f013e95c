using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>What is in the packages, and what is not.</summary>
public sealed class PackageContentTests(PackageFeed feed) : IAsyncLifetime
{
    private const string Tool = "HybridAssistant.Cli";
    private const string ToolPrefix = "tools/net10.0/any/";

    private static readonly string[] Libraries =
    [
        "HybridAssistant", "HybridAssistant.Api", "HybridAssistant.Behavior", "HybridAssistant.Core", "HybridAssistant.Documents",
        "HybridAssistant.Knowledge",
    ];

    private static readonly string[] TextExtensions = [".nuspec", ".xml", ".json", ".targets", ".props", ".md", ".txt", ".rels", ".psmdcp"];

    public static TheoryData<string> LibraryIds => [.. Libraries];

    public async ValueTask InitializeAsync() => await feed.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Packing_gives_these_packages_with_their_symbols_and_no_warning()
    {
        string[] expected = [.. Libraries.Append(Tool).SelectMany(id => new[] { $"{id}.{PackageFeed.Version}.nupkg", $"{id}.{PackageFeed.Version}.snupkg" })];

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(feed.PathOf("feed")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("warning", feed.PackingOutput, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(LibraryIds))]
    public async Task A_library_comes_with_its_documentation_and_says_what_it_is(string id)
    {
        using PackageFile package = feed.Open(id);
        using PackageFile symbols = feed.Open(id, "snupkg");

        string[] own = [.. package.Paths.Where(path => path.StartsWith("lib/", StringComparison.Ordinal))];
        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], own.Order(StringComparer.Ordinal));
        Assert.Contains($"lib/net10.0/{id}.pdb", symbols.Paths);
        ILookup<string, XElement> specification = await package.ReadSpecificationAsync();
        Assert.Equal(id, specification["id"].Single().Value);
        Assert.NotEqual("Package Description", specification["description"].Single().Value);
        Assert.NotEmpty(specification["tags"].Single().Value);
        Assert.Contains(specification["readme"].Single().Value, package.Paths);
    }

    [Fact]
    public async Task The_build_files_of_the_language_model_are_kept_from_nobody()
    {
        (string Package, string Dependency)[] way =
        [
            ("HybridAssistant.Api", "HybridAssistant"),
            ("HybridAssistant", "HybridAssistant.Behavior"),
            ("HybridAssistant.Behavior", "LLamaSharp.Backend.Cpu"),
        ];

        foreach ((string id, string dependency) in way)
        {
            using PackageFile package = feed.Open(id);
            XElement found = (await package.ReadSpecificationAsync())["dependency"].Single(element => element.Attribute("id")?.Value == dependency);
            Assert.DoesNotContain("Build", found.Attribute("exclude")?.Value ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_embedding_model_is_in_the_package_that_embeds_and_in_the_command_only()
    {
        string[] models = [.. Directory.GetFiles(Path.Combine(Repository.Root, "models"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

        foreach (string id in Libraries.Append(Tool))
        {
            using PackageFile package = feed.Open(id);
            string prefix = id == Tool ? ToolPrefix : "";
            string[] found = [.. package.Paths.Where(path => path.StartsWith($"{prefix}models/", StringComparison.Ordinal))
                .Select(path => path[prefix.Length..])
                .Order(StringComparer.Ordinal)];
            Assert.Equal(id is Tool or "HybridAssistant.Knowledge" ? models : [], found);
        }
    }

    [Fact]
    public void The_command_brings_the_corpus_of_its_demonstration_and_nothing_else_of_it()
    {
        using PackageFile tool = feed.Open(Tool);

        IEnumerable<string> sheets = Directory.GetFiles(Path.Combine(Repository.Corpus, "sheets"), "*.pdf", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
        Assert.Equal(
            sheets.Append("corpus/demo-questions.txt").Order(StringComparer.Ordinal),
            tool.Paths.Where(path => path.StartsWith($"{ToolPrefix}corpus/", StringComparison.Ordinal))
                .Select(path => path[ToolPrefix.Length..])
                .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(tool.Paths, path => path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linux-x64", "native/avx2/libllama.so", "native/libonnxruntime.so", "native/libe_sqlite3.so", "native/libSkiaSharp.so")]
    [InlineData("linux-arm64", "native/libllama.so", "native/libonnxruntime.so", "native/libe_sqlite3.so", "native/libSkiaSharp.so")]
    [InlineData("osx-arm64", "native/libllama.dylib", "native/libonnxruntime.dylib", "native/libe_sqlite3.dylib")]
    [InlineData("win-x64", "native/avx2/llama.dll", "native/onnxruntime.dll", "native/e_sqlite3.dll", "native/libSkiaSharp.dll")]
    public void The_command_brings_the_native_libraries_of_a_platform(string platform, params string[] files)
    {
        using PackageFile tool = feed.Open(Tool);

        Assert.Empty(files.Select(file => $"{ToolPrefix}runtimes/{platform}/{file}").Except(tool.Paths));
    }

    [Fact]
    public async Task No_file_names_the_machine_that_it_was_made_on()
    {
        foreach (string path in Directory.GetFiles(feed.PathOf("feed")))
        {
            using var package = new PackageFile(path);
            foreach (string file in package.Paths.Where(file => TextExtensions.Contains(Path.GetExtension(file))))
            {
                AssertNoPath(await package.ReadAsync(file), $"{Path.GetFileName(path)}: {file}");
            }
        }
    }

    // Only what is built to be given away leaves its paths out; a debugger on this machine needs them.
    [Fact]
    public async Task No_assembly_that_is_built_for_release_names_the_machine_that_it_was_made_on()
    {
        const string Id = "HybridAssistant.Core";
        string release = feed.PathOf("release");

        CommandOutcome outcome = await DotnetSdk.RunAsync(Repository.Root, "pack", $"src/{Id}", "--no-restore", "--output", release);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        using var package = new PackageFile(Directory.GetFiles(release, "*.nupkg").Single());
        AssertNoPath(await package.ReadAsync($"lib/net10.0/{Id}.dll"), $"{Id}.dll");
        using var symbols = new PackageFile(Directory.GetFiles(release, "*.snupkg").Single());
        Assert.All(
            DocumentsOf(await symbols.ReadAsync($"lib/net10.0/{Id}.pdb")),
            path => Assert.StartsWith($"/_/src/{Id}/", path.Replace('\\', '/'), StringComparison.Ordinal));
    }

    // Symbols hold the paths of sources in pieces, so that no search finds them.
    private static string[] DocumentsOf(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols]);
        MetadataReader reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    private static void AssertNoPath(byte[] content, string file)
    {
        Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)) < 0, $"{file} holds the path '{Repository.Root}'.");
        foreach (string folder in RestoredPackages.Folders)
        {
            Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder)) < 0, $"{file} holds the path '{folder}'.");
        }
    }
}
