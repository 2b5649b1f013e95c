using System.Net;
using System.Text;
using System.Text.Json;

namespace HybridAssistant.Api.Tests.OpenAi;

/// <summary>What a client may send under OpenAI's paths, and how it is told what it may not.</summary>
public sealed class OpenAiRequestTests
{
    private const string Key = "a-key-of-some-length";
    private const string Ask = "\"model\":\"composer\",\"messages\":[{\"role\":\"user\",\"content\":\"How heavy?\"}]";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"n\":2", "n", "unsupported_value")]
    [InlineData("\"tools\":[{\"type\":\"function\"}]", "tools", "unsupported_value")]
    [InlineData("\"tool_choice\":\"required\"", "tool_choice", "unsupported_value")]
    [InlineData("\"functions\":[{\"name\":\"f\"}]", "functions", "unsupported_value")]
    [InlineData("\"logprobs\":true", "logprobs", "unsupported_value")]
    [InlineData("\"logit_bias\":{\"5\":100}", "logit_bias", "unsupported_value")]
    [InlineData("\"stop\":[\".\"]", "stop", "unsupported_value")]
    [InlineData("\"modalities\":[\"text\",\"audio\"]", "modalities", "unsupported_value")]
    [InlineData("\"audio\":{\"voice\":\"x\"}", "audio", "unsupported_parameter")]
    [InlineData("\"store\":true", "store", "unsupported_value")]
    [InlineData("\"guided_json\":{}", "guided_json", "unknown_parameter")]
    [InlineData("\"temperature\":\"hot\"", "temperature", "invalid_type")]
    [InlineData("\"stream\":1", "stream", "invalid_type")]
    [InlineData("\"stream_options\":{\"include_usage\":true}", "stream_options", "invalid_value")]
    [InlineData("\"response_format\":{\"type\":\"grammar\"}", "response_format.type", "unsupported_value")]
    [InlineData("\"response_format\":{\"type\":\"json_schema\"}", "response_format.json_schema", "missing_required_parameter")]
    public async Task Names_what_is_not_done(string field, string param, string code)
    {
        await using var host = await ApiHost.StartAsync();

        JsonElement error = await FailAsync(host, "/v1/chat/completions", $"{{{Ask},{field}}}", HttpStatusCode.BadRequest);

        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Null(host.Answerer.LastQuestion);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("{\"messages\":[]}", "model")]
    [InlineData("{\"model\":\"composer\"}", "messages")]
    [InlineData("{\"model\":\"composer\",\"messages\":[]}", "messages")]
    [InlineData("{\"model\":\"composer\",\"messages\":[7]}", "messages[0]")]
    [InlineData("{\"model\":\"composer\",\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"}]}", "messages")]
    [InlineData("{\"model\":\"composer\",\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}", "messages[0].role")]
    [InlineData("{\"model\":\"composer\",\"messages\":[{\"role\":\"user\",\"content\":null}]}", "messages[0].content")]
    [InlineData("{\"model\":\"composer\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}", "messages[0].content[0].type")]
    [InlineData("{\"model\":\"composer\",\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}", null)]
    [InlineData("{\"model\":\"composer\",\"model\":\"composer\"}", null)]
    public async Task Names_the_field_that_cannot_be_used(string body, string? param)
    {
        await using var host = await ApiHost.StartAsync();

        JsonElement error = await FailAsync(host, "/v1/chat/completions", body, HttpStatusCode.BadRequest);

        Assert.Equal(param, error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Takes_without_effect_what_steers_sampling_and_what_asks_for_nothing()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await PostAsync(host, "/v1/chat/completions", $$"""
            { {{Ask}},"temperature":0.7,"top_p":1,"max_tokens":50,"seed":1,"user":"u","n":1,"tools":[],"tool_choice":"auto","logprobs":false,"stop":null,
             "parallel_tool_calls":true,"metadata":{"a":"b"},"store":false,"response_format":{"type":"text"} }
            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Reads_parts_of_text_and_keeps_the_latest_twenty_turns()
    {
        await using var host = await ApiHost.StartAsync();
        string turns = string.Join(',', Enumerable.Range(1, 25).Select(i => $$"""{"role":"user","content":"turn {{i}}"}"""));

        using HttpResponseMessage response = await PostAsync(host, "/v1/chat/completions",
            
            $$"""
            {"model":"composer","messages":[{{turns}},{"role":"user","content":[{"type":"text","text":"How"},{"type":"text","text":"heavy?"}] } ] }
            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("How\nheavy?", host.Answerer.LastQuestion!.Message);
        Assert.Equal(20, host.Answerer.LastQuestion.History.Length);
        Assert.Equal("turn 6", host.Answerer.LastQuestion.History[0].Content);
    }

    [Theory]
    [InlineData("{\"model\":\"all-MiniLM-L6-v2\",\"input\":[1,2,3]}", "input[0]")]
    [InlineData("{\"model\":\"all-MiniLM-L6-v2\",\"input\":[]}", "input")]
    [InlineData("{\"model\":\"all-MiniLM-L6-v2\",\"input\":\" \"}", "input")]
    [InlineData("{\"model\":\"all-MiniLM-L6-v2\",\"input\":\"x\",\"encoding_format\":\"int8\"}", "encoding_format")]
    [InlineData("{\"model\":\"all-MiniLM-L6-v2\",\"input\":\"x\",\"dimensions\":256}", "dimensions")]
    public async Task Names_what_cannot_be_embedded(string body, string param)
    {
        await using var host = await ApiHost.StartAsync(("Embedding:Model", "all-MiniLM-L6-v2"));

        JsonElement error = await FailAsync(host, "/v1/embeddings", body, HttpStatusCode.BadRequest);

        Assert.Equal(param, error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Puts_limits_unknown_addresses_and_inner_faults_in_the_form_too()
    {
        await using var host = await ApiHost.StartAsync(("Api:RequestsPerMinute", "2"), ("Api:Keys:0", Key));
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", Key);

        JsonElement unserved = await FailAsync(host, "/v1/responses", "{}", HttpStatusCode.NotFound);
        JsonElement inner = await FailAsync(
            host, "/v1/chat/completions", $"{{{Ask.Replace("How heavy?", "fail", StringComparison.Ordinal)}}}", HttpStatusCode.InternalServerError);
        JsonElement limit = await FailAsync(host, "/v1/chat/completions", $"{{{Ask}}}", HttpStatusCode.TooManyRequests);

        Assert.Equal("unknown_url", unserved.GetProperty("code").GetString());
        Assert.Contains("/v1/chat/completions", unserved.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("server_error", inner.GetProperty("type").GetString());
        Assert.DoesNotContain("inside of the service", inner.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("rate_limit_exceeded", limit.GetProperty("code").GetString());
        Assert.Contains("Try again in", limit.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_the_other_addresses_their_problem_details()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.Client.GetAsync("/v1/documents/none.pdf", Cancellation);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static Task<HttpResponseMessage> PostAsync(ApiHost host, string path, string body) =>
        host.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

    private static async Task<JsonElement> FailAsync(ApiHost host, string path, string body, HttpStatusCode status)
    {
        using HttpResponseMessage response = await PostAsync(host, path, body);
        Assert.Equal(status, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty("error");
    }
}
