using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HybridAssistant.Contract;

namespace HybridAssistant.Api.Security.Signing;

/// <summary>
/// Signs a chat response together with the question it answers. What is signed is the response as this service writes it, so that
/// neither blanks nor the spelling of numbers matter when a client sends it back.
/// </summary>
internal sealed class ResponseSigner(Signer signer)
{
    /// <summary>The response with its signature.</summary>
    public ChatResponse Sign(ChatResponse response, string message) => response with
    {
        Signature = Base64Url.EncodeToString(signer.Sign(SigningPurpose.Response, Content(response, message))),
    };

    /// <summary>Whether this service gave this response to this question.</summary>
    public bool Fits(ChatResponse response, string message) =>
        response.Signature is { } signature && Base64Url.IsValid(signature)
        && signer.Fits(SigningPurpose.Response, Content(response, message), Base64Url.DecodeFromChars(signature));

    // The message's length goes before it, so that no text can move from one to the other.
    private static byte[] Content(ChatResponse response, string message)
    {
        byte[] question = Encoding.UTF8.GetBytes(message);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(response with { Signature = null }, ContractJson.Readable.ChatResponse);
        byte[] content = new byte[sizeof(int) + question.Length + json.Length];
        BinaryPrimitives.WriteInt32BigEndian(content, question.Length);
        question.CopyTo(content, sizeof(int));
        json.CopyTo(content, sizeof(int) + question.Length);
        return content;
    }
}
