using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Makes the chat client of an upstream: the official OpenAI client over a transport that retries and gives up for it.</summary>
public static class UpstreamChatClient
{
    /// <summary>Name of the HTTP client, and key of the chat client, in an application's services.</summary>
    public const string Name = "upstream";

    /// <summary>A chat client. Its failures are <see cref="UpstreamException"/>.</summary>
    /// <param name="http">Sends; its pipeline is <see cref="UpstreamResilience"/>.</param>
    /// <param name="options">Settings with an upstream that is on.</param>
    public static IChatClient Create(HttpClient http, UpstreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint),
            Transport = new HttpClientPipelineTransport(http),

            // Retries are the transport's, which knows the circuit and the total time.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromMilliseconds(options.TimeoutMilliseconds),
        };
        if (options.ApiKey.Length == 0)
        {
            settings.AddPolicy(new KeylessPolicy(), PipelinePosition.BeforeTransport);
        }

        var key = new ApiKeyCredential(options.ApiKey.Length == 0 ? KeylessPolicy.Placeholder : options.ApiKey);
        IChatClient client = new ChatClient(options.RequestedModel, key, settings).AsIChatClient();
        return new UpstreamFailures(client, options);
    }
}
