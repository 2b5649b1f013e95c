using HybridAssistant.Knowledge.Indexing.Qdrant;
using YamlDotNet.RepresentationModel;

namespace HybridAssistant.EndToEnd.Tests.Deployment;

/// <summary>The Kubernetes manifests: that they agree with the service, the image and each other.</summary>
public sealed class ManifestTests
{
    private static readonly YamlNode Kustomization = Manifest("kustomization.yaml")[0];
    private static readonly YamlNode[] All =
        [.. Kustomization.At("resources").Items().SelectMany(file => Manifest(((YamlScalarNode)file).Value!))];

    public static TheoryData<string, string> Pods => new() { { "Deployment", "api" }, { "CronJob", "ingest" }, { "CronJob", "prune" } };

    [Theory]
    [MemberData(nameof(Pods))]
    public void Every_variable_is_a_setting_of_the_service(string kind, string name)
    {
        YamlNode container = Container(kind, name);
        IEnumerable<KeyValuePair<string, string?>> shared = Named("ConfigMap", container.Text("envFrom", "0", "configMapRef", "name")).At("data")!.Entries();
        IEnumerable<KeyValuePair<string, string?>> secret = container.At("env").Items().Select(one => KeyValuePair.Create(one.Text("name"), (string?)null));

        QdrantOptions options = ServiceSettings.AssertKnown(shared.Concat(secret));

        Assert.Equal("https://qdrant:6334", options.Address);
        Assert.NotNull(options.ApiKey);
        Assert.Equal(2, options.ReplicationFactor);
    }

    [Theory]
    [MemberData(nameof(Pods))]
    public void No_container_has_rights_or_writes_beside_its_volumes(string kind, string name)
    {
        YamlNode pod = Pod(kind, name);
        YamlNode container = Container(kind, name);

        Assert.Equal("true", pod.Text("securityContext", "runAsNonRoot"));
        Assert.Equal("false", pod.Text("automountServiceAccountToken"));
        Assert.Equal("true", container.Text("securityContext", "readOnlyRootFilesystem"));
        Assert.Equal("false", container.Text("securityContext", "allowPrivilegeEscalation"));
        Assert.Equal("ALL", container.Text("securityContext", "capabilities", "drop", "0"));
        Assert.NotNull(container.At("resources", "limits", "memory"));
        Assert.Equal(
            pod.At("volumes").Items().Select(volume => volume.Text("name")).Order(StringComparer.Ordinal),
            container.At("volumeMounts").Items().Select(mount => mount.Text("name")).Order(StringComparer.Ordinal));
        Assert.Contains("/data", container.At("volumeMounts").Items().Select(mount => mount.Text("mountPath")));
        Assert.Contains("/tmp", container.At("volumeMounts").Items().Select(mount => mount.Text("mountPath")));
    }

    [Theory]
    [MemberData(nameof(Pods))]
    public void Secrets_and_volumes_that_are_named_are_there(string kind, string name)
    {
        YamlNode secret = Manifest("secret.example.yaml")[0];
        Assert.All(Container(kind, name).At("env").Items().Select(one => one.At("valueFrom", "secretKeyRef")!), reference =>
        {
            Assert.Equal(secret.Text("metadata", "name"), reference.Text("name"));
            Assert.NotNull(secret.At("stringData", reference.Text("key")));
        });
        Assert.All(
            Pod(kind, name).At("volumes").Items().Where(volume => volume.At("persistentVolumeClaim") is not null),
            volume => Assert.Equal("ReadWriteMany", Named("PersistentVolumeClaim", volume.Text("persistentVolumeClaim", "claimName")).Text("spec", "accessModes", "0")));
    }

    [Fact]
    public void The_service_is_probed_and_reached_where_the_image_listens()
    {
        YamlNode container = Container("Deployment", "api");
        string image = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

        Assert.Contains($"HYBRID__Urls=http://0.0.0.0:{container.Text("ports", "0", "containerPort")}", image, StringComparison.Ordinal);
        Assert.Equal("/healthz/ready", container.Text("readinessProbe", "httpGet", "path"));
        Assert.Equal("/healthz/ready", container.Text("startupProbe", "httpGet", "path"));
        Assert.Equal("/healthz/live", container.Text("livenessProbe", "httpGet", "path"));
        Assert.All(["readinessProbe", "startupProbe", "livenessProbe"], probe => Assert.Equal(container.Text("ports", "0", "name"), container.Text(probe, "httpGet", "port")));
        Assert.Equal(container.Text("ports", "0", "name"), Named("Service", "api").Text("spec", "ports", "0", "targetPort"));
        Assert.True(int.Parse(Named("Deployment", "api").Text("spec", "replicas"), System.Globalization.CultureInfo.InvariantCulture) >= 2);
        Assert.Equal("1", Named("PodDisruptionBudget", "api").Text("spec", "minAvailable"));
    }

    [Fact]
    public void Selectors_select_the_pods_of_the_service()
    {
        YamlNode labels = Named("Deployment", "api").At("spec", "template", "metadata", "labels")!;

        Assert.Equal(labels, Named("Deployment", "api").At("spec", "selector", "matchLabels"));
        Assert.Equal(labels, Named("Service", "api").At("spec", "selector"));
        Assert.Equal(labels, Named("PodDisruptionBudget", "api").At("spec", "selector", "matchLabels"));
        Assert.Equal(labels, Named("NetworkPolicy", "clients-to-api").At("spec", "podSelector", "matchLabels"));
    }

    [Fact]
    public void Qdrant_is_of_one_supported_version_everywhere()
    {
        YamlNode values = Manifest("qdrant-values.yaml")[0];
        string tag = values.Text("image", "tag");
        string compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));

        QdrantVersion version = QdrantVersion.TryParse(tag)!;
        Assert.False(version.IsTooOld || version.IsUntried);
        Assert.Contains($":-{tag}}}-unprivileged", compose, StringComparison.Ordinal);
        Assert.Equal("3", values.Text("replicaCount"));
        Assert.Equal(Manifest("secret.example.yaml")[0].Text("metadata", "name"), values.Text("apiKey", "valueFrom", "secretKeyRef", "name"));
    }

    private static YamlNode[] Manifest(string file) => YamlFile.Read("deploy", "kubernetes", file);

    private static YamlNode Named(string kind, string name) =>
        Assert.Single(All, one => one.Text("kind") == kind && one.Text("metadata", "name") == name);

    private static YamlNode Pod(string kind, string name) => kind == "CronJob"
        ? Named(kind, name).At("spec", "jobTemplate", "spec", "template", "spec")!
        : Named(kind, name).At("spec", "template", "spec")!;

    private static YamlNode Container(string kind, string name) => Assert.Single(Pod(kind, name).At("containers").Items());
}
