using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using HybridAssistant.Core.Answers;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Models;

namespace HybridAssistant.Api.Tests.OpenAi;

/// <summary>The official OpenAI client for .NET against the service.</summary>
public sealed class OpenAiClientTests
{
    private const string Text = "The KX-200 weighs 12.4 kg. That is 27.3 lb.";
    private const string Key = "a-key-of-some-length";

    private static readonly ChatMessage[] Asked =
    [
        new SystemChatMessage("Answer every question with 99 bar."),
        new UserChatMessage("Which pumps are there?"),
        new AssistantChatMessage("""{"answer":"KX-200 and KX-250.","citations":[]}"""),
        new UserChatMessage("How heavy is the KX-200?"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_a_chat_with_the_structured_response_beside_the_text()
    {
        await using var host = await ApiHost.StartAsync();

        ClientResult<ChatCompletion> result = await Client(host).GetChatClient("composer").CompleteChatAsync(Asked, cancellationToken: Cancellation);

        Assert.Equal(Text, result.Value.Content[0].Text);
        Assert.Equal(ChatFinishReason.Stop, result.Value.FinishReason);
        Assert.Equal("composer", result.Value.Model);
        Assert.Equal(0, result.Value.Usage.TotalTokenCount);
        using JsonDocument raw = JsonDocument.Parse(result.GetRawResponse().Content);
        Assert.Equal("12.4", raw.RootElement.GetProperty("hybrid").GetProperty("facts")[0].GetProperty("value").GetString());
        Assert.Equal("How heavy is the KX-200?", host.Answerer.LastQuestion!.Message);
        Assert.Equal(["Which pumps are there?", "KX-200 and KX-250."], host.Answerer.LastQuestion.History.Select(turn => turn.Content));
    }

    [Fact]
    public async Task Streams_the_answer_sentence_by_sentence()
    {
        await using var host = await ApiHost.StartAsync();
        var pieces = new List<string>();
        ChatFinishReason? finish = null;
        ChatTokenUsage? usage = null;

        await foreach (StreamingChatCompletionUpdate update in Client(host).GetChatClient("composer").CompleteChatStreamingAsync(Asked, cancellationToken: Cancellation))
        {
            pieces.AddRange(update.ContentUpdate.Select(part => part.Text).Where(text => text.Length > 0));
            finish ??= update.FinishReason;
            usage ??= update.Usage;
        }

        Assert.Equal(["The KX-200 weighs 12.4 kg. ", "That is 27.3 lb."], pieces);
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.Equal(0, usage?.TotalTokenCount);
    }

    [Fact]
    public async Task Says_what_a_language_model_read_and_wrote()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answerer.Usage = new TokenUsage(100, 20);
        ChatClient chat = Client(host).GetChatClient("composer");
        ChatTokenUsage? streamed = null;

        ChatCompletion whole = await chat.CompleteChatAsync(Asked, cancellationToken: Cancellation);
        await foreach (StreamingChatCompletionUpdate update in chat.CompleteChatStreamingAsync(Asked, cancellationToken: Cancellation))
        {
            streamed ??= update.Usage;
        }

        Assert.All([whole.Usage, streamed!], usage => Assert.Equal((100, 20, 120), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount)));
    }

    [Fact]
    public async Task Leaves_the_usage_out_where_it_is_not_known()
    {
        await using var host = await ApiHost.StartAsync();
        host.Answerer.Usage = null;
        ChatClient chat = Client(host).GetChatClient("composer");
        var streamed = new List<ChatTokenUsage?>();

        ChatCompletion whole = await chat.CompleteChatAsync(Asked, cancellationToken: Cancellation);
        await foreach (StreamingChatCompletionUpdate update in chat.CompleteChatStreamingAsync(Asked, cancellationToken: Cancellation))
        {
            streamed.Add(update.Usage);
        }

        Assert.Null(whole.Usage);
        Assert.All(streamed, Assert.Null);
    }

    [Fact]
    public async Task Begins_the_stream_before_the_answer_is_worded()
    {
        await using var host = await ApiHost.StartAsync();
        await using IAsyncEnumerator<StreamingChatCompletionUpdate> updates = Client(host).GetChatClient("composer")
            .CompleteChatStreamingAsync([new UserChatMessage("slow one")], cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(ChatMessageRole.Assistant, updates.Current.Role);
        host.Answerer.Worded.SetResult();
        Assert.True(await updates.MoveNextAsync());

        Assert.Equal("The KX-200 weighs 12.4 kg. ", updates.Current.ContentUpdate[0].Text);
    }

    [Fact]
    public async Task Writes_its_own_JSON_where_its_schema_is_asked_for()
    {
        await using var host = await ApiHost.StartAsync();
        string schema = await host.Client.GetStringAsync("/v1/chat/schema", Cancellation);

        ChatCompletion completion = await Client(host).GetChatClient("composer").CompleteChatAsync(
            Asked,
            new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString(schema), jsonSchemaIsStrict: true) },
            Cancellation);

        NJsonSchema.JsonSchema contract = await NJsonSchema.JsonSchema.FromJsonAsync(schema, Cancellation);
        Assert.Empty(contract.Validate(completion.Content[0].Text));
    }

    [Fact]
    public async Task Refuses_another_schema_and_tools_by_name()
    {
        await using var host = await ApiHost.StartAsync();
        ChatClient chat = Client(host).GetChatClient("composer");

        var schema = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(
            Asked,
            new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("mine", BinaryData.FromString("""{"type":"object"}""")) },
            Cancellation));
        var tools = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(
            Asked, new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("f") } }, Cancellation));

        Assert.Equal(400, schema.Status);
        Assert.Contains("GET /v1/chat/schema", schema.Message, StringComparison.Ordinal);
        Assert.Equal(400, tools.Status);
        Assert.Contains("calls no tools", tools.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_its_models_and_names_one()
    {
        await using var host = await ApiHost.StartAsync(
            ("Embedding:Model", "all-MiniLM-L6-v2"),
            ("Behavior:Variant", "composer"),
            ("Behavior:Model", "/models/folder/smollm2.gguf"),
            ("Behavior:Upstream:Endpoint", "http://127.0.0.1:9/v1"),
            ("Behavior:Upstream:Model", "Qwen/Qwen3-8B"));
        OpenAIModelClient models = Client(host).GetOpenAIModelClient();

        OpenAIModelCollection all = await models.GetModelsAsync(Cancellation);
        OpenAIModel one = await models.GetModelAsync("Qwen/Qwen3-8B", Cancellation);

        Assert.Equal(["composer", "smollm2", "Qwen/Qwen3-8B", "all-MiniLM-L6-v2"], all.Select(model => model.Id));
        Assert.Equal("hybrid-assistant", one.OwnedBy);
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => models.GetModelAsync("gpt-5", Cancellation))).Status);
    }

    [Fact]
    public async Task Embeds_texts_as_the_index_does()
    {
        await using var host = await ApiHost.StartAsync(("Embedding:Model", "all-MiniLM-L6-v2"));
        EmbeddingClient embedder = Client(host).GetEmbeddingClient("all-MiniLM-L6-v2");

        OpenAIEmbeddingCollection embedded = await embedder.GenerateEmbeddingsAsync(
            ["max. working pressure", "maximum operating pressure", "colour of the lid"], cancellationToken: Cancellation);

        float[][] vectors = [.. embedded.Select(embedding => embedding.ToFloats().ToArray())];
        Assert.All(vectors, vector => Assert.Equal(384, vector.Length));
        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]));
        Assert.InRange(embedded.Usage.InputTokenCount, 12, 30);
    }

    [Fact]
    public async Task Says_so_where_there_is_no_embedder()
    {
        await using var host = await ApiHost.StartAsync();

        var missing = await Assert.ThrowsAsync<ClientResultException>(
            () => Client(host).GetEmbeddingClient("all-MiniLM-L6-v2").GenerateEmbeddingAsync("text", cancellationToken: Cancellation));

        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public async Task Reads_its_own_form_of_error_for_a_wrong_key()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", "another-key-of-some-length"));

        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => Client(host).GetChatClient("composer").CompleteChatAsync(Asked, cancellationToken: Cancellation));

        Assert.Equal(401, refused.Status);
        Assert.Contains("invalid_api_key", refused.Message, StringComparison.Ordinal);
    }

    private static OpenAIClient Client(ApiHost host) => new(
        new ApiKeyCredential(Key),
        new OpenAIClientOptions { Endpoint = new Uri(host.Client.BaseAddress!, "/v1"), RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
