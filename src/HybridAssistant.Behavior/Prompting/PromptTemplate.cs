using Microsoft.SemanticKernel;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>A Semantic Kernel template that is embedded as a file.</summary>
internal sealed class PromptTemplate
{
    // Rendering text alone needs no service of a kernel.
    private static readonly Kernel NoServices = new();

    private readonly IPromptTemplate _template;

    private PromptTemplate(IPromptTemplate template) => _template = template;

    /// <summary>Reads a template.</summary>
    /// <param name="file">Its file name.</param>
    /// <param name="variables">Names of its variables.</param>
    public static PromptTemplate Load(string file, params string[] variables)
    {
        // The text of a variable is taken as it is: it goes into a message of its own and is never read as markup.
        var config = new PromptTemplateConfig(EmbeddedPrompt.Read(file))
        {
            AllowDangerouslySetContent = true,
            InputVariables = [.. variables.Select(v => new InputVariable { Name = v, AllowDangerouslySetContent = true })],
        };
        return new PromptTemplate(new KernelPromptTemplateFactory().Create(config));
    }

    /// <summary>The text with its variables filled in.</summary>
    public Task<string> RenderAsync(KernelArguments variables, CancellationToken cancellationToken) =>
        _template.RenderAsync(NoServices, variables, cancellationToken);
}
