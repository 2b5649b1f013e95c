using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Hosting;

/// <summary>Reads and writes messages by their descriptor, so that no generated service base is needed.</summary>
internal static class MessageMarshaller
{
    public static Marshaller<IMessage> For(MessageDescriptor descriptor) => new(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => descriptor.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));
}
