namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>How a code of the question meets the catalogue.</summary>
public enum MentionFit
{
    /// <summary>It is the name of products.</summary>
    Exact,

    /// <summary>It begins the names of several products: a series, or a code with places left open ("SO-XFP-ER-Cxx").</summary>
    Series,

    /// <summary>It is the name of a product with more behind it: a variant or an option ("CS-30-AC").</summary>
    Variant,

    /// <summary>No product has it, but it looks like a mistyped one.</summary>
    NearMiss,

    /// <summary>No product has it, but it is built like those of a sheet: a model that does not exist.</summary>
    Unknown,

    /// <summary>Not a product's code: a standard, a material, a setting.</summary>
    Other,
}
