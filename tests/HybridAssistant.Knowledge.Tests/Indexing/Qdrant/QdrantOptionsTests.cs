using System.ComponentModel.DataAnnotations;
using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class QdrantOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Faults(new QdrantOptions()));

    [Fact]
    public void Everything_wrong_is_named_with_its_full_key()
    {
        var options = new QdrantOptions
        {
            Address = "localhost",
            Collection = "a/b",
            CallTimeout = TimeSpan.Zero,
            CertificateThumbprint = "abc",
            BatchPoints = 0,
            BatchBytes = 1,
            BatchesInFlight = 0,
            LeaseSeconds = 1,
            ShardNumber = 0,
        };

        Assert.Equal(
            [
                "Index:Qdrant:Address must be the address of the gRPC port, such as 'http://localhost:6334'.",
                "Index:Qdrant:BatchBytes must be between 65536 and 67108864.",
                "Index:Qdrant:BatchPoints must be between 1 and 10000.",
                "Index:Qdrant:BatchesInFlight must be between 1 and 64.",
                "Index:Qdrant:CallTimeout must be between 0.1 s and 10 min (00:10:00).",
                "Index:Qdrant:CertificateThumbprint must be a SHA-256 thumbprint: 64 hexadecimal digits.",
                "Index:Qdrant:Collection must be 1 to 200 letters, digits, '.', '_' or '-'.",
                "Index:Qdrant:LeaseSeconds must be between 5 and 600.",
                "Index:Qdrant:ShardNumber must be between 1 and 1000.",
            ],
            Faults(options));
    }

    private static string[] Faults(QdrantOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!).Order(StringComparer.Ordinal)];
    }
}
