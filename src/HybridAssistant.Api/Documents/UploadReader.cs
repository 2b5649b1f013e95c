using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Documents;

/// <summary>Reads an uploaded PDF from a request: the one file of a form, or the body with its name in the address.</summary>
internal sealed class UploadReader(IOptions<ApiOptions> options)
{
    private const string Setting = $"{ApiOptions.Section}:{nameof(ApiOptions.MaxUploadBytes)}";

    private int MaxBytes => options.Value.MaxUploadBytes;

    /// <summary>The file with its name, which nobody has checked yet; or the problem to answer with.</summary>
    public async Task<(string Document, byte[] Pdf, IResult? Fault)> ReadAsync(HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        try
        {
            (string document, byte[] pdf)? sent = request.HasFormContentType
                ? await ReadFormAsync(request, cancellationToken)
                : name is null ? null : (name, await BoundedBody.ReadAsync(request, MaxBytes, cancellationToken) ?? []);
            return sent is { pdf.Length: > 0 } upload
                ? (upload.document, upload.pdf, null)
                : Refuse(Problems.BadRequest(
                    "file", $"Send one PDF: as the file of a form, or as the body with ?name=FILE.pdf, of at most {MaxBytes} bytes ({Setting})."));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(TypedResults.Problem(
                $"The upload is larger than {MaxBytes} bytes. Send a smaller file, or raise {Setting}.",
                statusCode: StatusCodes.Status413PayloadTooLarge,
                title: "Too large."));
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Refuse(Problems.BadRequest("file", $"The form cannot be read: {e.Message} Send one PDF as its file, or as the body with ?name=FILE.pdf."));
        }
    }

    private static async Task<(string Document, byte[] Pdf)?> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        if (form.Files is not [IFormFile file])
        {
            return null;
        }

        byte[] pdf = new byte[file.Length];
        await using Stream content = file.OpenReadStream();
        await content.ReadExactlyAsync(pdf, cancellationToken);
        return (file.FileName, pdf);
    }

    private static (string Document, byte[] Pdf, IResult? Fault) Refuse(IResult fault) => ("", [], fault);
}
