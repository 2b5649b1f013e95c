using SupportDesk;

// The files of the page lie beside the program, wherever it is started from.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddOptions<AssistantOptions>().Bind(builder.Configuration.GetSection(AssistantOptions.Section))
    .ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddHttpClient<TokenDesk>();
builder.Services.AddSingleton<TicketPage>();

WebApplication app = builder.Build();

// [1] The ticket, with the assistant beside it.
app.MapGet("/", (TicketPage page, HttpContext context) => page.Send(context));
app.UseStaticFiles();

// [2] What the browser asks for instead of a key. A real desk checks here who is signed in.
app.MapPost("/assistant-token", (TokenDesk tokens, HttpContext context, CancellationToken cancellationToken) =>
    tokens.IssueAsync($"{context.Request.Scheme}://{context.Request.Host}", cancellationToken));

app.Run();
