namespace HybridAssistant.QdrantDouble.Hosting;

/// <summary>Stands for the service in the host's service collection; its methods come from <see cref="DescribedMethodProvider"/>.</summary>
internal sealed class QdrantService;
