using HybridAssistant.QdrantDouble.Calls;

namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>The rules of names and numbers that a request is checked against before anything else.</summary>
internal static class NameCheck
{
    private const int LongestName = 255;
    private const string ForbiddenOnCreate = "<>:\"/\\|?*\0\u001f";
    private const string ForbiddenLater = "/\0";

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void Demand(string name, bool creating = false)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw Refusal.Invalid("collection_name", $"value \"{name}\" invalid, must be from 1 to {LongestName} characters");
        }

        if (name.IndexOfAny((creating ? ForbiddenOnCreate : ForbiddenLater).ToCharArray()) is var at and >= 0)
        {
            throw Refusal.Invalid("collection_name", $"collection name cannot contain \"{name[at]}\" char");
        }
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void DemandAtLeast(string field, bool given, ulong value, ulong least)
    {
        if (given && value < least)
        {
            throw Refusal.Invalid(field, $"value {value} invalid, must be {least} or larger");
        }
    }
}
