using HybridAssistant.Knowledge.Indexing.Sqlite;
using HybridAssistant.Knowledge.Indexing.Text;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Tests.Indexing.Text;

public sealed class TextTermTests
{
    private static readonly string[] Roots =
    [
        "abrasi", "accord", "activ", "adjust", "agre", "bas", "bowl", "by", "cal", "cat", "communic", "condit", "control", "decis", "del", "digit",
        "electric", "fall", "feed", "fil", "fizz", "flow", "form", "fre", "gl", "happ", "hop", "horizont", "hydraul", "isol", "know", "lubric",
        "motor", "oper", "play", "plaster", "ponn", "possib", "pow", "press", "rat", "rel", "resist", "roll", "sk", "siz", "sp", "str",
        "temperatur", "toggl", "troubl", "typ", "vibr", "vietnam", "volt", "x", "yell",
    ];

    private static readonly string[] Endings =
    [
        "", "s", "es", "ies", "ss", "sses", "ed", "eed", "ing", "ation", "ational", "ating", "ated", "y", "ying", "yed", "tional", "enci", "anci", "izer",
        "ized", "bli", "bled", "alli", "entli", "eli", "ousli", "ization", "ator", "alism", "iveness", "fulness", "ousness", "aliti", "iviti", "biliti",
        "logi", "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ers", "ic", "able", "ible", "ant", "ement",
        "ment", "ent", "ion", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "e", "ee", "ll", "lle", "l", "ff", "z", "é", "ées", "ß", "µ",
    ];

    [Fact]
    public void A_term_is_stored_as_the_text_index_of_SQLite_stores_it()
    {
        // Of all Latin letters with marks, FTS5's table misses U+01E1.
        IEnumerable<string> letters = Enumerable.Range(0xC0, 0x24F - 0xC0).Where(c => c is not (0x1E0 or 0x1E1)).Concat(Enumerable.Range(0x390, 0x40)).Concat(Enumerable.Range(0x410, 0x40))
            .Concat(Enumerable.Range(0x1E00, 0xFA)).Select(c => $"ab{(char)c}ing");
        string[] numbers = ["12.4", "1.000", "1000", "kx200", "kx2004", "ip55", "24vdc", "3000rpm", "it", "as", "a1", new string('a', 70) + "ing"];
        string[] terms =
        [
            .. Roots.SelectMany(root => Endings, (root, ending) => root + ending).Concat(letters).Concat(numbers).SelectMany(LineTokenizer.Terms).Distinct(),
        ];

        string[] stored = Stored(terms);

        Assert.Equal([], terms.Zip(stored).Where(pair => TextTerm.Of(pair.First) != pair.Second).Select(pair => $"{pair.First} -> {pair.Second}"));
    }

    private static string[] Stored(string[] terms)
    {
        using SqliteSession session = SqliteSession.Open(":memory:", TimeSpan.FromSeconds(1));
        session.Execute(
            "CREATE VIRTUAL TABLE words USING fts5(word, content = '', contentless_delete = 1, tokenize = \"porter unicode61 remove_diacritics 2 tokenchars '.'\")");
        session.Execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, instance)");
        for (int i = 0; i < terms.Length; i++)
        {
            session.Execute("INSERT INTO words(rowid, word) VALUES ($id, $word)", ("$id", i + 1), ("$word", terms[i]));
        }

        string[] stored = new string[terms.Length];
        using SqliteDataReader reader = session.Query("SELECT doc, term FROM vocabulary");
        while (reader.Read())
        {
            stored[reader.GetInt64(0) - 1] += reader.GetString(1);
        }

        return stored;
    }
}
