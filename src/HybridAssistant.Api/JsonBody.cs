using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HybridAssistant.Api;

/// <summary>Reads a small JSON body, and says where it is wrong without naming types of this service.</summary>
internal static class JsonBody
{
    /// <summary>The body, or the problem to answer with.</summary>
    public static async Task<(T? Value, IResult? Fault)> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, int maxBytes, CancellationToken cancellationToken)
        where T : class
    {
        byte[]? body = await BoundedBody.ReadAsync(request, maxBytes, cancellationToken);
        if (body is null)
        {
            return (null, Problems.BadRequest("$", $"The body is larger than {maxBytes} bytes."));
        }

        try
        {
            return JsonSerializer.Deserialize(body, type) is { } value
                ? (value, null)
                : (null, Problems.BadRequest("$", "The body is null; it must be a JSON object."));
        }
        catch (JsonException e)
        {
            string place = e.Path is null or "$" ? "$" : e.Path.TrimStart('$').TrimStart('.');
            return (null, Problems.BadRequest(place, place == "$"
                ? "The body is not the JSON object that is described at /openapi/v1.json: a field is missing, twice there, or it is no valid JSON."
                : $"{place}: The field is unknown, or its value is none that is allowed there."));
        }
    }
}
