using HybridAssistant.Knowledge.Indexing.Codes;

namespace HybridAssistant.Knowledge.Tests.Indexing.Codes;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("KX200", "KX200", 0)]
    [InlineData("KX200", "KX210", 1)]
    [InlineData("KX200", "KX2000", 1)]
    [InlineData("KX200", "X200", 1)]
    [InlineData("KX200", "XK200", 1)]
    [InlineData("KX200", "XK2000", 2)]
    [InlineData("", "AB", 2)]
    [InlineData("KX200", "ZZ999", 3)]
    [InlineData("KX200", "KX200ABC", 3)]
    public void Edits_are_counted_up_to_the_bound(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Within(left, right, 2));
        Assert.Equal(distance, EditDistance.Within(right, left, 2));
    }
}
