using System.ComponentModel.DataAnnotations;

namespace SupportDesk;

/// <summary>Where the assistant is and what opens it, under the key "Assistant".</summary>
internal sealed class AssistantOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Assistant";

    /// <summary>Address of the service. Default: where `hybrid serve` listens.</summary>
    [Required]
    public Uri Endpoint { get; set; } = new("http://127.0.0.1:8080");

    /// <summary>A key of the service with the right "read". It stays on this server.</summary>
    [Required(ErrorMessage = "Assistant:Key is not set. Set it (Assistant__Key) to a key of the service with the right 'read'.")]
    public string Key { get; set; } = "";

    /// <summary>How long a token holds, in seconds, 1 to 86,400. Default 900; the widget asks anew by itself.</summary>
    [Range(1, 86_400)]
    public int TokenSeconds { get; set; } = 900;
}
