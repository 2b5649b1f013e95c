using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Qdrant.Client.Grpc;
using FieldType = Google.Protobuf.Reflection.FieldType;

namespace HybridAssistant.QdrantDouble.Versions;

/// <summary>
/// Takes from a request what a server of the pretended version does not know: a plain field is ignored, a member of a oneof
/// leaves the oneof unset. Newer than every version here, and so always taken: <c>Match.substring</c>.
/// </summary>
internal sealed class NewerFields
{
    private static readonly Version Later = new(1, 20, 0);

    private static readonly (string Message, string Field, Version Since)[] Since =
    [
        ("Match", "text_any", new(1, 16)),
        ("Query", "rrf", new(1, 16)),
        ("CreateCollection", "metadata", new(1, 16)),
        ("UpsertPoints", "update_filter", new(1, 16)),
        ("Rrf", "weights", new(1, 17)),
        ("Query", "relevance_feedback", new(1, 17)),
        ("UpsertPoints", "update_mode", new(1, 17)),
        ("UpsertPoints", "timeout", new(1, 17)),
        ("DeletePoints", "timeout", new(1, 17)),
        ("SetPayloadPoints", "timeout", new(1, 17)),
        ("ClearPayloadPoints", "timeout", new(1, 17)),
        ("CreateFieldIndexCollection", "timeout", new(1, 17)),
        ("OptimizersConfigDiff", "prevent_unoptimized", new(1, 17)),
        ("*", "enable_hnsw", new(1, 17)),
        ("*", "memory", new(1, 19)),
        ("SearchParams", "idf", new(1, 19)),
        ("Match", "prefix", new(1, 19)),
        ("Condition", "slice", new(1, 19)),
        ("Match", "substring", Later),
    ];

    private readonly Version _version;
    private readonly Dictionary<MessageDescriptor, bool> _reaches = [];

    public NewerFields(Version version)
    {
        _version = version;
        // All at once, so that calls only read: every message that a request can hold.
        foreach (var file in new[] { QdrantCommonReflection.Descriptor, CollectionsReflection.Descriptor, PointsReflection.Descriptor, SnapshotsServiceReflection.Descriptor })
        {
            foreach (var message in file.MessageTypes)
            {
                Reaches(message, []);
            }
        }
    }

    /// <summary>The request as that server reads it: itself where it has nothing newer, else a copy.</summary>
    public IMessage Without(IMessage request)
    {
        if (!Reaches(request.Descriptor) || !Holds(request))
        {
            return request;
        }

        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        Clear(copy);
        return copy;
    }

    private bool Newer(FieldDescriptor field) => Since.Any(rule =>
        rule.Field == field.Name && (rule.Message == "*" || rule.Message == field.ContainingType.Name) && rule.Since > _version);

    private bool Reaches(MessageDescriptor message) => _reaches.GetValueOrDefault(message);

    private bool Reaches(MessageDescriptor message, HashSet<MessageDescriptor> above)
    {
        if (_reaches.TryGetValue(message, out var known))
        {
            return known;
        }

        if (!above.Add(message))
        {
            return false;
        }

        var reaches = message.Fields.InDeclarationOrder().Any(field =>
            Newer(field) || (field.FieldType == FieldType.Message && Reaches(field.MessageType, above)));
        above.Remove(message);
        if (reaches || above.Count == 0)
        {
            // Below a message that is still being looked at, "no" may only mean "not by another way round".
            _reaches[message] = reaches;
        }

        return reaches;
    }

    private bool Holds(IMessage message) => message.Descriptor.Fields.InDeclarationOrder().Any(field =>
        Newer(field) ? IsSet(field, message) : Below(field, message).Any(Holds));

    private void Clear(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (Newer(field))
            {
                if (IsSet(field, message))
                {
                    field.Accessor.Clear(message);
                }

                continue;
            }

            foreach (var child in Below(field, message))
            {
                Clear(child);
            }
        }
    }

    private static bool IsSet(FieldDescriptor field, IMessage message) => field.IsRepeated || field.IsMap
        ? ((ICollection)field.Accessor.GetValue(message)).Count > 0
        : field.HasPresence && field.Accessor.HasValue(message);

    private IEnumerable<IMessage> Below(FieldDescriptor field, IMessage message)
    {
        if (field.FieldType != FieldType.Message || !Reaches(field.MessageType))
        {
            return [];
        }

        return field.Accessor.GetValue(message) switch
        {
            IDictionary map => map.Values.OfType<IMessage>(),
            IList list => list.OfType<IMessage>(),
            IMessage child => [child],
            _ => [],
        };
    }
}
