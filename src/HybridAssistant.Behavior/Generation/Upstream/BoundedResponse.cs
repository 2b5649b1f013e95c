namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>
/// Takes in a response's body within the attempt, so that a body that never ends is cut off by size and by time. A stream of
/// events is left to its reader.
/// </summary>
public sealed class BoundedResponse : DelegatingHandler
{
    /// <summary>Largest body that is read: a completion of a few sentences takes some kilobytes.</summary>
    public const long MaxBytes = 1024 * 1024;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return response;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception)
        {
            response.Dispose();
            throw;
        }
    }
}
