using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Indexes;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Answers the calls that change points.</summary>
internal sealed class WriteMethods(CollectionCatalog catalog, ServerRules rules, bool holdUnwaited)
{
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
        return Write(collection, request.Wait, _ =>
        {
            foreach (var slot in PointSelection.Selected(collection.Points, request.Points, demand: false))
            {
                collection.Points.Remove(slot);
            }
        });
    }

    private PointsOperationResponse SetPayload(SetPayloadPoints request) =>
        ChangePayload(request, payload => request.HasKey ? payload.WithInside(request.Key, request.Payload) : payload.With(request.Payload));

    private PointsOperationResponse OverwritePayload(SetPayloadPoints request)
    {
        var payload = Payload.Of(request.Payload);
        return ChangePayload(request, _ => payload);
    }

    private PointsOperationResponse ChangePayload(SetPayloadPoints request, Func<Payload, Payload> change)
    {
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
        return Write(collection, wait, operation =>
        {
            foreach (var slot in PointSelection.Selected(collection.Points, selector, demand: true))
            {
                collection.Points.SetPayload(slot, change(collection.Points.Payload(slot)), operation);
            }
        });
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
        return Write(collection, request.Wait, _ =>
        {
            if (!collection.Schema.TryGetValue(request.FieldName, out var old) || !old.Equals(schema))
            {
                collection.Schema[request.FieldName] = schema;
                collection.Points.AddIndex(FieldIndexes.Create(new FieldPath(request.FieldName), schema));
            }
        });
    }

    private PointsOperationResponse Write(Collection collection, bool wait, Action<ulong> write) =>
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
