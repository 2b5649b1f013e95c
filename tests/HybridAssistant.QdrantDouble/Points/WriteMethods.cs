using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Indexes;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Answers the calls that change points.</summary>
internal sealed class WriteMethods(CollectionCatalog catalog, ServerRules rules, bool holdUnwaited)
{
    // Points that a server changes under one lock (1.19.0, lib/shard/src/update).
    private const int DeleteChunkSize = 512;
    private const int PayloadChunkSize = 32;

    private readonly PointUpsert _upsert = new(rules);

    public void AddTo(MethodTable table) => table
        .Add<UpsertPoints>("Points/Upsert", MethodAccess.Write, Upsert)
        .Add<DeletePoints>("Points/Delete", MethodAccess.Write, Delete)
        .Add<SetPayloadPoints>("Points/SetPayload", MethodAccess.Write, SetPayload)
        .Add<SetPayloadPoints>("Points/OverwritePayload", MethodAccess.Write, OverwritePayload)
        .Add<ClearPayloadPoints>("Points/ClearPayload", MethodAccess.Write, ClearPayload)
        .Add<CreateFieldIndexCollection>("Points/CreateFieldIndex", MethodAccess.Write, CreateFieldIndex);

    private PointsOperationResponse Upsert(UpsertPoints request)
    {
        NameCheck.Demand(request.CollectionName);
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        var collection = catalog.Get(request.CollectionName);
        _upsert.Check(collection, request);
        return Write(collection, request.Wait, operation => PointUpsert.Apply(collection, request, operation));
    }

    private PointsOperationResponse Delete(DeletePoints request)
    {
        NameCheck.Demand(request.CollectionName);
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        var collection = catalog.Get(request.CollectionName);
        DemandSelector(request.Points);
        return Write(collection, request.Wait, _ => Chunks(
            PointSelection.Selected(collection.Points, request.Points, demand: false),
            collection.Points.Remove,
            DeleteChunkSize));
    }

    private PointsOperationResponse SetPayload(SetPayloadPoints request) =>
        ChangePayload(request, payload => request.HasKey && request.Key.Length > 0 ? payload.WithInside(request.Key, request.Payload) : payload.With(request.Payload));

    private PointsOperationResponse OverwritePayload(SetPayloadPoints request)
    {
        var payload = Payload.Of(request.Payload);
        return ChangePayload(request, _ => payload);
    }

    private PointsOperationResponse ChangePayload(SetPayloadPoints request, Func<Payload, Payload> change)
    {
        if (request.Key.AsSpan().ContainsAny('.', '['))
        {
            throw Refusal.NotInDouble("payload set deeper than one object");
        }

        NameCheck.Demand(request.CollectionName);
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        return ChangePayload(request.CollectionName, request.Wait, request.PointsSelector, change);
    }

    private PointsOperationResponse ClearPayload(ClearPayloadPoints request)
    {
        NameCheck.Demand(request.CollectionName);
        return ChangePayload(request.CollectionName, request.Wait, request.Points, _ => Payload.Empty);
    }

    private PointsOperationResponse ChangePayload(string name, bool wait, PointsSelector? selector, Func<Payload, Payload> change)
    {
        var collection = catalog.Get(name);
        DemandSelector(selector);
        return Write(collection, wait, operation => Chunks(
            PointSelection.Selected(collection.Points, selector, demand: true),
            slot => collection.Points.SetPayload(slot, change(collection.Points.Payload(slot)), operation),
            PayloadChunkSize));
    }

    private PointsOperationResponse CreateFieldIndex(CreateFieldIndexCollection request)
    {
        NameCheck.Demand(request.CollectionName);
        if (request.FieldName.Length == 0)
        {
            throw Refusal.Invalid("field_name", "value \"\" invalid, must be at least 1 characters");
        }

        var collection = catalog.Get(request.CollectionName);
        var schema = FieldIndexes.Schema(request);
        return Write(collection, request.Wait, _ => Declare(collection, request.FieldName, schema));
    }

    /// <summary>Making an index again with the same parameters does nothing; with others it is made anew.</summary>
    private static IEnumerable<int> Declare(Collection collection, string field, PayloadSchemaInfo schema)
    {
        if (!collection.Schema.TryGetValue(field, out var old) || !old.Equals(schema))
        {
            collection.Schema[field] = schema;
            collection.Points.AddIndex(FieldIndexes.Create(new FieldPath(field), schema));
        }

        yield break;
    }

    /// <summary>Does something to points, a number of them at a time; which ones is settled before the first.</summary>
    private static IEnumerable<int> Chunks(IEnumerable<int> slots, Action<int> apply, int size)
    {
        var done = 0;
        foreach (var slot in slots)
        {
            apply(slot);
            if (++done == size)
            {
                yield return done;
                done = 0;
            }
        }

        if (done > 0)
        {
            yield return done;
        }
    }

    private PointsOperationResponse Write(Collection collection, bool wait, ChunkedWrite write) =>
        new() { Result = collection.Write(wait, holdUnwaited, write) };

    private static void DemandSelector(PointsSelector? selector)
    {
        switch (selector?.PointsSelectorOneOfCase)
        {
            case null or PointsSelector.PointsSelectorOneOfOneofCase.None:
                throw Refusal.Malformed("PointSelector is missing");
            case PointsSelector.PointsSelectorOneOfOneofCase.Points when selector.Points.Ids.Count == 0:
                throw Refusal.BadRequest("Empty update request");
            default:
                break;
        }
    }
}
