namespace HybridAssistant.Api.OpenAi;

/// <summary>The paths at which OpenAI's clients expect their own form of errors, those that are not served included.</summary>
internal static class OpenAiPaths
{
    public const string Completions = "/chat/completions";
    public const string Models = "/models";
    public const string Embeddings = "/embeddings";

    private static readonly PathString[] All =
    [
        "/v1" + Completions, "/v1" + Models, "/v1" + Embeddings, "/v1/completions", "/v1/responses", "/v1/moderations", "/v1/images", "/v1/audio",
    ];

    /// <summary>Whether a request came in at one of them.</summary>
    public static bool Contain(PathString path) => All.Any(known => path.StartsWithSegments(known));
}
