namespace HybridAssistant.Documents.Tables;

/// <summary>What a column heading says about the cells below it.</summary>
internal enum ColumnRole
{
    /// <summary>The heading names an attribute, or nothing known.</summary>
    None,

    /// <summary>Names of properties: row labels.</summary>
    Label,

    /// <summary>Formula symbols of the properties.</summary>
    Symbol,

    /// <summary>Lower bounds.</summary>
    Min,

    /// <summary>Typical values.</summary>
    Typ,

    /// <summary>Nominal values.</summary>
    Nom,

    /// <summary>Upper bounds.</summary>
    Max,

    /// <summary>Units of the row's values.</summary>
    Unit,

    /// <summary>Values of the row's property.</summary>
    Value,

    /// <summary>Conditions of the row's values.</summary>
    Condition,

    /// <summary>Remarks on the row's values.</summary>
    Note,

    /// <summary>Pictures.</summary>
    Image,

    /// <summary>Product names or part numbers.</summary>
    Key,

    /// <summary>A quantity that is given rather than stated, such as a test voltage.</summary>
    Given,
}
