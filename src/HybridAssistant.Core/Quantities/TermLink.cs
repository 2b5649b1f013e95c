namespace HybridAssistant.Core.Quantities;

/// <summary>How a number of an expression hangs on the one before it.</summary>
internal enum TermLink
{
    /// <summary>It is the first.</summary>
    First,

    /// <summary>The other end of a range ("10 ... 30").</summary>
    Range,

    /// <summary>A symmetric tolerance ("9100 ±1800").</summary>
    Tolerance,

    /// <summary>The next dimension ("5 x 20").</summary>
    Times,

    /// <summary>Another of a list, or the same quantity in another unit ("50/60", "43 lbs / 19.5kg").</summary>
    Alternative,
}
