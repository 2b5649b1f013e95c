using System.Text.Encodings.Web;
using Microsoft.Extensions.Options;

namespace SupportDesk;

/// <summary>The page of a ticket, filled with the address of the assistant.</summary>
internal sealed class TicketPage(IWebHostEnvironment environment, IOptions<AssistantOptions> options)
{
    private readonly string _template = File.ReadAllText(environment.WebRootFileProvider.GetFileInfo("ticket.html").PhysicalPath!);
    private readonly string _endpoint = options.Value.Endpoint.GetLeftPart(UriPartial.Authority);

    /// <summary>Sends the page under the policy that the widget needs: its script, its requests, and PDF.js' worker.</summary>
    public IResult Send(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' {_endpoint} 'wasm-unsafe-eval'; connect-src 'self' {_endpoint}; worker-src blob:; "
            + $"font-src 'self' {_endpoint}; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'";
        return TypedResults.Content(
            _template.Replace("{{endpoint}}", HtmlEncoder.Default.Encode(_endpoint), StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
