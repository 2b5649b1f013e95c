namespace HybridAssistant.Documents.Tables;

/// <summary>The kinds of spec tables.</summary>
internal enum TableLayout
{
    /// <summary>Labels in the first columns, values behind them; no headings.</summary>
    KeyValue,

    /// <summary>Labels in the first columns; the headings are min, typ, max, value, unit, condition.</summary>
    Properties,

    /// <summary>Labels in the first columns; the headings name products.</summary>
    ProductColumns,

    /// <summary>One record a row; the headings name attributes.</summary>
    Records,
}
