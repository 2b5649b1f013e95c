using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Points;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>What the server says of a collection.</summary>
internal static class CollectionReport
{
    // Defaults of config/config.yaml, 1.19.0.
    private const ulong DefaultM = 16;
    private const ulong DefaultEfConstruct = 100;
    private const ulong DefaultThresholdKilobytes = 10_000;
    private const ulong DefaultWalMegabytes = 32;

    public static CollectionInfo Of(Collection collection, ServerRules rules) => collection.Read(() =>
    {
        var info = new CollectionInfo
        {
            Status = CollectionStatus.Green,
            OptimizerStatus = new OptimizerStatus { Ok = true },
            SegmentsCount = 1,
            PointsCount = (ulong)collection.Points.Count,
            IndexedVectorsCount = (ulong)(collection.Points.Dense.Values.Sum(column => column.Count) + collection.Points.Sparse.Values.Sum(column => column.Count)),
            Config = Config(collection.Settings),
        };
        foreach (var (field, schema) in collection.Schema)
        {
            var path = collection.Points.Indexes[field].Path;
            var all = PointSelection.Passing(collection.Points, SlotTest.Everything);
            info.PayloadSchema[field] = new PayloadSchemaInfo(schema) { Points = (ulong)all.Count(slot => path.Raw(collection.Points.Payload(slot)).Any()) };
        }

        if (rules.ReportsUpdateQueue)
        {
            info.UpdateQueue = new UpdateQueueInfo();
        }

        return info;
    });

    private static CollectionConfig Config(CreateCollection settings)
    {
        var hnsw = new HnswConfigDiff { M = DefaultM, EfConstruct = DefaultEfConstruct, FullScanThreshold = DefaultThresholdKilobytes };
        var optimizers = new OptimizersConfigDiff { IndexingThreshold = DefaultThresholdKilobytes };
        var wal = new WalConfigDiff { WalCapacityMb = DefaultWalMegabytes, WalSegmentsAhead = 0 };
        hnsw.MergeFrom(settings.HnswConfig ?? new HnswConfigDiff());
        optimizers.MergeFrom(settings.OptimizersConfig ?? new OptimizersConfigDiff());
        wal.MergeFrom(settings.WalConfig ?? new WalConfigDiff());
        var config = new CollectionConfig
        {
            Params = new CollectionParams
            {
                ShardNumber = settings.HasShardNumber ? settings.ShardNumber : 1,
                ReplicationFactor = settings.HasReplicationFactor ? settings.ReplicationFactor : 1,
                WriteConsistencyFactor = settings.HasWriteConsistencyFactor ? settings.WriteConsistencyFactor : 1,
                VectorsConfig = settings.VectorsConfig ?? new VectorsConfig { ParamsMap = new VectorParamsMap() },
                SparseVectorsConfig = settings.SparseVectorsConfig,
            },
            HnswConfig = hnsw,
            OptimizerConfig = optimizers,
            WalConfig = wal,
            QuantizationConfig = settings.QuantizationConfig,
            StrictModeConfig = settings.StrictModeConfig,
        };
#pragma warning disable CS0612 // The old flag is what servers before 1.19 answer with.
        config.Params.OnDiskPayload = !settings.HasOnDiskPayload || settings.OnDiskPayload;
#pragma warning restore CS0612
        foreach (var (key, value) in settings.Metadata)
        {
            config.Metadata[key] = value;
        }

        return config;
    }
}
