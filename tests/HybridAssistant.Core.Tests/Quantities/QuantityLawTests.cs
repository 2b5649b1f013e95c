using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class QuantityLawTests
{
    private static readonly UnitTable Table = UnitTable.Default;

    private static Gen<double> Number =>
        Gen.Choose(-999_999, 999_999).SelectMany(n => Gen.Choose(0, 3).Select(d => Math.Round(n / Math.Pow(10, d), d)));

    private static Gen<UnitDefinition> Unit => Gen.Elements(Table.Units.Where(u => u.Canonical == Table.Find(u.Canonical)?.Canonical));

    private static Gen<string> CellText =>
        Gen.Elements("12", "1,5", "-", "±", "~", "(", ")", "kg", "lbs", "°C", "℉", " ", "/", "½", "10⁻³", "x", "max.", "≤", "…", "\"", "text", "\u00A0", "\u00AD")
            .ListOf().Select(pieces => string.Concat(pieces));

    [Property(MaxTest = 500)]
    public Property A_printed_number_reads_back_as_itself() =>
        Prop.ForAll(Number.ToArbitrary(), Unit.ToArbitrary(), (number, unit) =>
        {
            string printed = number.ToString("0.###", CultureInfo.InvariantCulture);

            TypedValue? typed = QuantityParser.Default.Parse(printed, unit.Canonical);

            return typed == new TypedValue(null, number, null, unit.Canonical, unit.Kind);
        });

    [Property(MaxTest = 500)]
    public Property The_ends_of_a_range_may_be_printed_in_either_order() =>
        Prop.ForAll(Number.ToArbitrary(), Number.ToArbitrary(), (a, b) =>
        {
            string first = a.ToString("0.###", CultureInfo.InvariantCulture);
            string second = b.ToString("0.###", CultureInfo.InvariantCulture);

            TypedValue? forward = QuantityParser.Default.Parse($"{first} ~ {second}", "bar");
            TypedValue? backward = QuantityParser.Default.Parse($"{second} to {first}", "bar");

            return forward == backward && forward == new TypedValue(Math.Min(a, b), null, Math.Max(a, b), "bar", "Pressure");
        });

    [Property(MaxTest = 500)]
    public Property Converting_there_and_back_changes_nothing() =>
        Prop.ForAll(Number.ToArbitrary(), Unit.ToArbitrary(), Unit.ToArbitrary(), (number, from, any) =>
        {
            UnitDefinition[] sameKind = [.. Table.Units.Where(u => u.Kind == from.Kind)];
            UnitDefinition to = sameKind[Math.Abs(any.Canonical.Length) % sameKind.Length];

            bool there = UnitConversion.TryConvert(number, from, to, out double converted);
            bool back = UnitConversion.TryConvert(converted, to, from, out double returned);

            return there && back && Math.Abs(returned - number) <= Math.Max(1e-6, Math.Abs(number) * 1e-9);
        });

    [Property(MaxTest = 1000)]
    public Property Any_text_is_taken_apart_without_losing_where_it_stands() =>
        Prop.ForAll(CellText.ToArbitrary(), text =>
        {
            var parts = ValueSplitter.Default.Split(text);

            return parts.Length > 0 && parts.All(p => p.Start <= p.End && p.End <= text.Length && text.Contains(p.Value, StringComparison.Ordinal));
        });
}
