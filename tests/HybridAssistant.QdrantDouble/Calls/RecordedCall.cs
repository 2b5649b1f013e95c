using Google.Protobuf;
using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>A call that reached the server, for tests to look at.</summary>
public sealed class RecordedCall
{
    internal RecordedCall(string method, IMessage request, Metadata headers, DateTime deadline)
    {
        Method = method;
        Request = request;
        Headers = headers;
        Deadline = deadline;
    }

    /// <summary>Service and method, such as <c>Points/Upsert</c>.</summary>
    public string Method { get; }

    /// <summary>The request as it was sent, with the fields that the pretended version does not know.</summary>
    public IMessage Request { get; }

    /// <summary>The call's metadata.</summary>
    public Metadata Headers { get; }

    /// <summary>The client's deadline, UTC; <see cref="DateTime.MaxValue"/> where it set none.</summary>
    public DateTime Deadline { get; }

    /// <summary>How it was answered; null while it is under way.</summary>
    public StatusCode? Status { get; internal set; }
}
