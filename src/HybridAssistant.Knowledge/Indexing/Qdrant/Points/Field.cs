namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Payload fields that filters know.</summary>
internal static class Field
{
    /// <summary>What the point stands for.</summary>
    public const string Kind = "kind";

    /// <summary>File name.</summary>
    public const string Document = "document";

    /// <summary>First generation that sees the point.</summary>
    public const string From = "from";

    /// <summary>First generation that does not see it any more.</summary>
    public const string To = "to";

    /// <summary>When the point was replaced, in milliseconds of Unix time.</summary>
    public const string SupersededAt = "superseded_at";

    /// <summary>Product of a fact as codes are normalised; <see cref="FactPoint.AllProducts"/> where it holds for all.</summary>
    public const string ProductKey = "product_key";

    /// <summary>Quantity kind of a fact's typed value.</summary>
    public const string TypedKind = "typed_kind";

    /// <summary>A code as it is normalised.</summary>
    public const string Code = "code";

    /// <summary>All fronts of a code.</summary>
    public const string CodePrefixes = "code_prefixes";

    /// <summary>Number of characters of a code.</summary>
    public const string CodeLength = "code_length";

    /// <summary>Current generation, of the state.</summary>
    public const string Generation = "generation";

    /// <summary>Who has the lease; empty: nobody.</summary>
    public const string Holder = "holder";

    /// <summary>When the lease runs out, in milliseconds of Unix time.</summary>
    public const string Expires = "expires";
}
