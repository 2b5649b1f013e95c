namespace HybridAssistant.Api.OpenAi;

/// <summary>A model of the list.</summary>
/// <param name="Id">Its name in requests.</param>
/// <param name="Object">"model".</param>
/// <param name="Created">Seconds since 1970: when the service started.</param>
/// <param name="OwnedBy">"hybrid-assistant".</param>
/// <param name="Hybrid">Our extension.</param>
internal sealed record ModelCard(string Id, string Object, long Created, string OwnedBy, ModelCardExtension Hybrid);
