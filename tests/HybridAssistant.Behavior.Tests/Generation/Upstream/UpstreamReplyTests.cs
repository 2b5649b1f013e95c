using HybridAssistant.Behavior.Generation.Upstream;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

public sealed class UpstreamReplyTests
{
    [Theory]
    [InlineData("{\"answer\":\"12 kg.\"}")]
    [InlineData("Here you are:\n```json\n{ \"answer\": \" 12 kg.\\n\" }\n```\nAnything else?")]
    [InlineData("<think>{\"answer\":\"13 kg.\"}</think>\n{\"status\":\"answered\",\"answer\":\"12 kg.\"}")]
    public void Reads_the_answer_however_it_is_wrapped(string reply) => Assert.Equal("12 kg.", UpstreamReply.ReadAnswer(reply));

    [Theory]
    [InlineData("", "holds no JSON object")]
    [InlineData("12 kg.", "holds no JSON object")]
    [InlineData("} {", "holds no JSON object")]
    [InlineData("{\"answer\": \"12 k", "holds no JSON object")]
    [InlineData("{\"answer\": 12}", "has no text 'answer'")]
    [InlineData("{\"Answer\": \"12 kg\"}", "has no text 'answer'")]
    [InlineData("{\"answer\": \" \"}", "has an answer of 0 characters; 1 to 2000 are taken")]
    [InlineData("{\"answer\": \"a\"} {\"answer\": \"b\"}", "is no JSON")]
    [InlineData("{\"answer\": \"\\ud800\"}", "is no JSON")]
    public void Names_what_is_wrong(string reply, string fault)
    {
        UpstreamException e = Assert.Throws<UpstreamException>(() => UpstreamReply.ReadAnswer(reply));

        Assert.Equal(UpstreamFault.Malformed, e.Fault);
        Assert.Contains(fault, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_no_endless_text()
    {
        UpstreamException e = Assert.Throws<UpstreamException>(() => UpstreamReply.ReadAnswer($"{{\"answer\":\"{new string('a', 2_001)}\"}}"));

        Assert.Contains("2001 characters", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaa", e.Message, StringComparison.Ordinal);
    }
}
