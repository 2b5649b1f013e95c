using HybridAssistant.Api.Security;
using HybridAssistant.Serving;

namespace HybridAssistant.Api.Voices;

/// <summary>GET /v1/voices: what a page can offer to choose from.</summary>
internal static class VoiceEndpoints
{
    public static void MapVoices(this RouteGroupBuilder v1) => v1.MapGet("/voices", List).WithTags("Voices")
        .OpenToTokens()
        .WithName("ListVoices")
        .WithSummary("The composer, each configured model, and the voices")
        .Produces<VoiceList>();

    private static IResult List(ServedModels models) => TypedResults.Json(
        new VoiceList(
            [.. models.All.Select(model => new ModelSummary(model.Name, model.Kind.ToString().ToLowerInvariant(), model.IsDefault))],
            Voices: []),
        ApiJson.Default.VoiceList);
}
