namespace HybridAssistant.Api.OpenAi;

/// <summary>Writes problems under OpenAI's paths in OpenAI's form, whoever found them: key guard, rate limit, time-out, fault handler.</summary>
internal sealed class OpenAiErrorWriter : IProblemDetailsWriter
{
    private const string Unserved =
        "There is nothing at this address. Of OpenAI's interface the service has /v1/chat/completions, /v1/models and /v1/embeddings.";

    public bool CanWrite(ProblemDetailsContext context) => OpenAiPaths.Contain(context.HttpContext.Request.Path);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        int status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        string message = context.ProblemDetails.Detail
            ?? (status == StatusCodes.Status404NotFound ? Unserved : BareStatus.DetailOf(context.HttpContext, status))
            ?? context.ProblemDetails.Title
            ?? "The request failed.";
        context.HttpContext.Response.StatusCode = status;
        await context.HttpContext.Response.WriteAsJsonAsync(
            OpenAiFault.Of(status, message).ToError(), OpenAiJson.Readable.OpenAiError, cancellationToken: context.HttpContext.RequestAborted);
    }
}
