namespace HybridAssistant.Knowledge.Selection;

/// <summary>What a part's row says of the model that a question names.</summary>
internal enum PartFit
{
    /// <summary>No cell names a model.</summary>
    Unsaid,

    /// <summary>A cell names the model, or a range that holds it.</summary>
    Fits,

    /// <summary>Cells name its siblings only.</summary>
    FitsOthers,
}
