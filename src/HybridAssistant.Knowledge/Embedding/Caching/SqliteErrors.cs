namespace HybridAssistant.Knowledge.Embedding.Caching;

/// <summary>Result codes of SQLite (sqlite.org/rescode.html) that mean a damaged file.</summary>
internal static class SqliteErrors
{
    public const int Corrupt = 11;
    public const int NotADatabase = 26;
}
