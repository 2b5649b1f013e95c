using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection.Conditions;

/// <summary>A value or range in a line's condition or label for which the line holds: "at 24 V", "bore d over 40 to 50 mm".</summary>
/// <param name="Kind">Quantity kind; empty for a bare number.</param>
/// <param name="From">The lower end; null where there is none.</param>
/// <param name="To">The upper end; null where there is none. A single value is both.</param>
/// <param name="ExcludesFrom">Whether the range begins above its lower end: "over 40".</param>
/// <param name="ExcludesTo">Whether it ends below its upper end: "below 1 A".</param>
/// <param name="Attributes">What the words before it say the value is of.</param>
internal sealed record StatedCondition(
    string Kind, Quantity? From, Quantity? To, bool ExcludesFrom, bool ExcludesTo, ImmutableArray<AttributeMatch> Attributes)
{
    /// <summary>Whether a value lies in it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="bound">The side of it that is meant: "hotter than 55 °C" is above 55 °C.</param>
    public bool Holds(Quantity value, BoundSide bound = BoundSide.Within)
    {
        if (From is { } only && only == To)
        {
            return only.Agrees(value);
        }

        // A bare number lies in too many ranges to tell anything.
        return Kind.Length > 0 && value.Kind == Kind
            && (From is not { } from || (from.Agrees(value) ? bound != BoundSide.Below && (bound == BoundSide.Above || !ExcludesFrom) : from.Base < value.Base))
            && (To is not { } to || (to.Agrees(value) ? bound != BoundSide.Above && (bound == BoundSide.Below || !ExcludesTo) : value.Base < to.Base));
    }
}
