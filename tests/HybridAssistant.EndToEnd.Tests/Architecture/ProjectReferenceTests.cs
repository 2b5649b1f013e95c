using System.Xml.Linq;

namespace HybridAssistant.EndToEnd.Tests.Architecture;

/// <summary>Projects reference each other one way, along the data: Documents, Knowledge and Behavior meet only in Core's types.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["HybridAssistant.Core"] = [],
        ["HybridAssistant.Documents"] = ["HybridAssistant.Core"],
        ["HybridAssistant.Knowledge"] = ["HybridAssistant.Core"],
        ["HybridAssistant.Behavior"] = ["HybridAssistant.Core"],
        ["HybridAssistant"] = ["HybridAssistant.Documents", "HybridAssistant.Knowledge", "HybridAssistant.Behavior"],
        ["HybridAssistant.Evaluation"] = ["HybridAssistant"],
        ["HybridAssistant.Api"] = ["HybridAssistant"],
        ["HybridAssistant.Cli"] = ["HybridAssistant.Api", "HybridAssistant.Evaluation"],
        ["HybridAssistant.Tuning"] = ["HybridAssistant.Behavior", "HybridAssistant.Evaluation"],
    };

    private static IEnumerable<string> SourceProjects => Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    [Fact]
    public void Projects_reference_only_what_the_design_allows()
    {
        string[] strays =
        [
            .. SourceProjects.SelectMany(project => References(project, "ProjectReference")
                .Select(Path.GetFileNameWithoutExtension)
                .Except(Allowed.GetValueOrDefault(Name(project), []))
                .Select(reference => $"{Name(project)} -> {reference}"))
        ];

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_project_has_its_place_in_the_design()
    {
        Assert.Empty(SourceProjects.Select(Name).Except(Allowed.Keys));
    }

    [Fact]
    public void The_vocabulary_takes_no_package_but_units()
    {
        string core = SourceProjects.Single(project => Name(project) == "HybridAssistant.Core");

        Assert.Equal(["UnitsNet"], References(core, "PackageReference"));
    }

    [Fact]
    public void Only_tuning_touches_libtorch()
    {
        string[] strays =
        [
            .. SourceProjects.Where(project => Name(project) != "HybridAssistant.Tuning")
                .Where(project => References(project, "PackageReference").Any(package => package.Contains("orch", StringComparison.Ordinal)))
        ];

        Assert.Empty(strays);
    }

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
