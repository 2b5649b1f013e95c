namespace HybridAssistant.QdrantDouble.Filters;

/// <summary>A condition ready to be asked of points by slot.</summary>
/// <param name="Holds">Whether a point meets it.</param>
/// <param name="Among">Ascending slots outside which no point meets it, where an index knows; null: any point may.</param>
internal sealed record SlotTest(Func<int, bool> Holds, int[]? Among = null)
{
    public static SlotTest Everything { get; } = new(_ => true);

    public static SlotTest All(IReadOnlyList<SlotTest> tests) => tests.Count switch
    {
        0 => Everything,
        1 => tests[0],
        _ => new SlotTest(
            slot =>
            {
                foreach (var test in tests)
                {
                    if (!test.Holds(slot))
                    {
                        return false;
                    }
                }

                return true;
            },
            tests.Where(test => test.Among is not null).MinBy(test => test.Among!.Length)?.Among),
    };

    public static SlotTest AtLeast(IReadOnlyList<SlotTest> tests, ulong count) => new(
        slot =>
        {
            var met = 0UL;
            foreach (var test in tests)
            {
                met += test.Holds(slot) ? 1UL : 0UL;
                if (met >= count)
                {
                    return true;
                }
            }

            return count == 0;
        },
        count > 0 && tests.All(test => test.Among is not null) ? [.. tests.SelectMany(test => test.Among!).Distinct().Order()] : null);

    public static SlotTest None(IReadOnlyList<SlotTest> tests)
    {
        var any = AtLeast(tests, 1).Holds;
        return new SlotTest(slot => !any(slot));
    }
}
