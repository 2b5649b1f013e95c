using System.Globalization;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Version of a server.</summary>
/// <param name="Major">Major version.</param>
/// <param name="Minor">Minor version.</param>
/// <param name="Text">As the server states it ("1.19.0").</param>
public sealed record QdrantVersion(int Major, int Minor, string Text)
{
    /// <summary>Oldest supported: conditional upserts and the constant of rank fusion came with it.</summary>
    public static QdrantVersion Oldest { get; } = new(1, 16, "1.16");

    /// <summary>Newest whose rules were looked at.</summary>
    public static QdrantVersion Newest { get; } = new(1, 19, "1.19");

    /// <summary>Whether conditional upserts and <c>rrf{k}</c> are obeyed; an older server passes over them in silence.</summary>
    public bool IsTooOld => IsBefore(Oldest);

    /// <summary>Whether its rules were not looked at.</summary>
    public bool IsUntried => Newest.IsBefore(this);

    /// <summary>Reads a version ("1.19.0", "1.16.3-dev").</summary>
    /// <returns>Null where the text is no version.</returns>
    public static QdrantVersion? TryParse(string text)
    {
        string[] parts = text.TrimStart('v').Split('.', 3);
        return parts.Length >= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
                ? new QdrantVersion(major, minor, text)
                : null;
    }

    private bool IsBefore(QdrantVersion other) => Major != other.Major ? Major < other.Major : Minor < other.Minor;
}
