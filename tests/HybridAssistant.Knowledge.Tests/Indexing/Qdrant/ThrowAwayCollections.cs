using System.Security.Cryptography;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>Collections of one test, on a server that may hold others.</summary>
internal static class ThrowAwayCollections
{
    /// <summary>A name that no other test has.</summary>
    public static string NewName() => "hybrid-test-" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>Removes all collections of a connection's name.</summary>
    public static async Task RemoveAsync(QdrantConnection connection)
    {
        ListCollectionsResponse all = await connection.CallAsync((client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call));
        foreach (string name in all.Collections.Select(collection => collection.Name).Where(name => name.StartsWith(connection.Options.Collection, StringComparison.Ordinal)))
        {
            await connection.CallAsync((client, call) => client.Collections.DeleteAsync(new DeleteCollection { CollectionName = name }, call));
        }
    }
}
