using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>Answers the calls on whole collections, their aliases and snapshots.</summary>
internal sealed class CollectionMethods(CollectionCatalog catalog, ServerRules rules, TimeProvider time)
{
    private const ulong LargestVector = 65536;
    private const ulong SmallestEfConstruct = 4;

    public void AddTo(MethodTable table) => table
        .Add<HealthCheckRequest>("Qdrant/HealthCheck", MethodAccess.Open, _ => new HealthCheckReply { Title = "qdrant - vector search engine", Version = rules.Version.ToString(3) })
        .Add<CreateCollection>("Collections/Create", MethodAccess.Write, Create)
        .Add<GetCollectionInfoRequest>("Collections/Get", MethodAccess.Read, Get)
        .Add<CollectionExistsRequest>("Collections/CollectionExists", MethodAccess.Read, Exists)
        .Add<DeleteCollection>("Collections/Delete", MethodAccess.Write, request => new CollectionOperationResponse { Result = catalog.Remove(request.CollectionName) })
        .Add<ListCollectionsRequest>("Collections/List", MethodAccess.Read, _ => List())
        .Add<ChangeAliases>("Collections/UpdateAliases", MethodAccess.Write, ChangeAliases)
        .Add<ListAliasesRequest>("Collections/ListAliases", MethodAccess.Read, _ => Aliases(_ => true))
        .Add<ListCollectionAliasesRequest>("Collections/ListCollectionAliases", MethodAccess.Read, AliasesOf)
        .Add<CreateSnapshotRequest>("Snapshots/Create", MethodAccess.Write, Snapshot);

    private CollectionOperationResponse Create(CreateCollection request)
    {
        NameCheck.Demand(request.CollectionName, creating: true);
        NameCheck.DemandAtLeast("shard_number", request.HasShardNumber, request.ShardNumber, 1);
        NameCheck.DemandAtLeast("replication_factor", request.HasReplicationFactor, request.ReplicationFactor, 1);
        NameCheck.DemandAtLeast("write_consistency_factor", request.HasWriteConsistencyFactor, request.WriteConsistencyFactor, 1);
        if (request.HnswConfig is { } hnsw)
        {
            NameCheck.DemandAtLeast("hnsw_config.ef_construct", hnsw.HasEfConstruct, hnsw.EfConstruct, SmallestEfConstruct);
        }

        foreach (var (name, vector) in request.VectorsConfig?.ParamsMap?.Map ?? [])
        {
            if (vector.Size is 0 or > LargestVector)
            {
                throw Refusal.Invalid($"vectors_config.config.params_map.map[{name}].size", $"value {vector.Size} invalid, must be from 1 to {LargestVector}");
            }
        }

        catalog.Add(request);
        return new CollectionOperationResponse { Result = true };
    }

    private GetCollectionInfoResponse Get(GetCollectionInfoRequest request)
    {
        NameCheck.Demand(request.CollectionName);
        return new GetCollectionInfoResponse { Result = CollectionReport.Of(catalog.Get(request.CollectionName), rules) };
    }

    private CollectionExistsResponse Exists(CollectionExistsRequest request)
    {
        NameCheck.Demand(request.CollectionName);
        return new CollectionExistsResponse { Result = new CollectionExists { Exists = catalog.Find(request.CollectionName) is not null } };
    }

    private ListCollectionsResponse List()
    {
        var response = new ListCollectionsResponse();
        response.Collections.AddRange(catalog.All.Select(collection => new CollectionDescription { Name = collection.Name }));
        return response;
    }

    private CollectionOperationResponse ChangeAliases(ChangeAliases request)
    {
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        catalog.Change(request.Actions);
        return new CollectionOperationResponse { Result = true };
    }

    private ListAliasesResponse AliasesOf(ListCollectionAliasesRequest request)
    {
        NameCheck.Demand(request.CollectionName);
        var name = catalog.Get(request.CollectionName).Name;
        return Aliases(target => target == name);
    }

    private ListAliasesResponse Aliases(Func<string, bool> wanted)
    {
        var response = new ListAliasesResponse();
        response.Aliases.AddRange(catalog.Aliases
            .Where(alias => wanted(alias.Value))
            .Select(alias => new AliasDescription { AliasName = alias.Key, CollectionName = alias.Value }));
        return response;
    }

    /// <summary>Describes a snapshot; there is no file, since only the REST API hands one out.</summary>
    private CreateSnapshotResponse Snapshot(CreateSnapshotRequest request)
    {
        NameCheck.Demand(request.CollectionName);
        var collection = catalog.Get(request.CollectionName);
        var now = time.GetUtcNow();
        return new CreateSnapshotResponse
        {
            SnapshotDescription = new SnapshotDescription
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{collection.Name}-1-{now:yyyy-MM-dd-HH-mm-ss}.snapshot"),
                CreationTime = Timestamp.FromDateTimeOffset(now),
                Size = collection.Read(() => collection.Points.Count) * 1024L,
            },
        };
    }
}
