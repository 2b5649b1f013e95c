using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>The errors of a server, by the kinds that its source knows.</summary>
internal static class Refusal
{
    public static RpcException Of(StatusCode code, string text) => new(new Status(code, text));

    public static RpcException WrongInput(string text) => Of(StatusCode.InvalidArgument, "Wrong input: " + text);

    public static RpcException BadRequest(string text) => Of(StatusCode.InvalidArgument, "Bad request: " + text);

    public static RpcException Invalid(string field, string text) => Of(StatusCode.InvalidArgument, $"Validation error in body: [{field}: {text}]");

    public static RpcException Malformed(string text) => Of(StatusCode.InvalidArgument, text);

    public static RpcException NoCollection(string name) => Of(StatusCode.NotFound, $"Not found: Collection `{name}` doesn't exist!");

    public static RpcException NoPoint(object id) => Of(StatusCode.NotFound, $"Not found: No point with id {id} found");

    public static RpcException NoVector(string name) => WrongInput("Not existing vector name error: " + name);

    /// <summary>The double's own limit, not a server's.</summary>
    public static RpcException NotInDouble(string what) => Of(StatusCode.Unimplemented, $"The double of Qdrant does not answer {what}; add it there or run the test against a server.");
}
