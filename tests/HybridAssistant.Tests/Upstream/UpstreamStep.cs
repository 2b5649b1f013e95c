using Microsoft.AspNetCore.Http;

namespace HybridAssistant.Tests.Upstream;

/// <summary>One response of a scripted server.</summary>
internal delegate Task UpstreamStep(HttpContext context);
