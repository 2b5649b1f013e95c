using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Revisions;
using HybridAssistant.Knowledge.Indexing.Text;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Writes and removes the rows of one document, inside the transaction of its caller.</summary>
internal sealed class SheetWriter(SqliteSession session)
{
    /// <summary>Removes all rows of a document.</summary>
    public void Remove(long documentId)
    {
        (string, object?) document = ("$document", documentId);
        session.Execute("DELETE FROM fact_text WHERE rowid IN (SELECT id FROM facts WHERE document_id = $document AND doubt IS NULL)", document);
        session.Execute("DELETE FROM passage_text WHERE rowid IN (SELECT id FROM passages WHERE document_id = $document)", document);
        session.Execute("DELETE FROM fact_vectors WHERE id IN (SELECT id FROM facts WHERE document_id = $document)", document);
        session.Execute("DELETE FROM passage_vectors WHERE id IN (SELECT id FROM passages WHERE document_id = $document)", document);
        session.Execute("DELETE FROM facts WHERE document_id = $document", document);
        session.Execute("DELETE FROM passages WHERE document_id = $document", document);
        session.Execute("DELETE FROM codes WHERE document_id = $document", document);
        session.Execute("DELETE FROM documents WHERE id = $document", document);
    }

    /// <summary>Inserts all rows of a document that has none.</summary>
    public void Insert(IndexedSheet indexed, DateTimeOffset indexedAt, long generation)
    {
        SpecSheet sheet = indexed.Sheet;
        long documentId = session.Number("SELECT max(id) FROM documents") + 1;
        session.Execute(
            """
            INSERT INTO documents VALUES (
                $id, $name, $hash, $title, $key, $revision, $date, $pages, $origin, $at, NULL,
                $facts, $passages, $products, $grammars, $findings, $digest, $generation)
            """,
            ("$id", documentId),
            ("$name", sheet.Document),
            ("$hash", sheet.ContentHash),
            ("$title", sheet.Title),
            ("$key", RevisionOrder.TitleKey(sheet.Title)),
            ("$revision", sheet.Revision),
            ("$date", sheet.RevisionDate?.ToString("O", CultureInfo.InvariantCulture)),
            ("$pages", sheet.PageCount),
            ("$origin", indexed.Origin),
            ("$at", indexedAt.ToString("O", CultureInfo.InvariantCulture)),
            ("$facts", sheet.Facts.Length),
            ("$passages", sheet.Passages.Length),
            ("$products", JsonSerializer.Serialize(sheet.Products)),
            ("$grammars", JsonSerializer.Serialize(sheet.Grammars)),
            ("$findings", JsonSerializer.Serialize(sheet.Findings)),
            ("$digest", SheetDigest.Of(sheet)),
            ("$generation", generation));
        InsertFacts(indexed, documentId);
        InsertPassages(indexed, documentId);
        InsertCodes(sheet, documentId);
    }

    private void InsertFacts(IndexedSheet indexed, long documentId)
    {
        SpecSheet sheet = indexed.Sheet;
        var fields = new LineFields(sheet.Title);
        long id = session.Number("SELECT max(id) FROM facts");
        for (int i = 0; i < sheet.Facts.Length; i++)
        {
            Fact fact = sheet.Facts[i];
            id++;
            InsertFact(fact, id, documentId);
            if (fact.Doubt is not null)
            {
                continue;
            }

            ImmutableArray<string> terms = fields.Of(fact);
            session.Execute(
                """
                INSERT INTO fact_text(rowid, title, product, section, attribute, condition, value, unit, codes)
                VALUES ($id, $title, $product, $section, $attribute, $condition, $value, $unit, $codes)
                """,
                ("$id", id),
                ("$title", terms[0]),
                ("$product", terms[1]),
                ("$section", terms[2]),
                ("$attribute", terms[3]),
                ("$condition", terms[4]),
                ("$value", terms[5]),
                ("$unit", terms[6]),
                ("$codes", terms[7]));
            if (!indexed.FactVectors.IsEmpty)
            {
                InsertVector("INSERT INTO fact_vectors VALUES ($id, $vector)", id, indexed.FactVectors[i]);
            }
        }
    }

    private void InsertFact(Fact fact, long id, long documentId) => session.Execute(
        """
        INSERT INTO facts VALUES (
            $id, $document, $ordinal, $fact, $page, $product, $key, $section, $attribute, $condition, $value, $unit,
            $x0, $y0, $x1, $y1, $confidence, $readBy, $doubt, $min, $typical, $max, $typedUnit, $kind)
        """,
        ("$id", id),
        ("$document", documentId),
        ("$ordinal", fact.Ordinal),
        ("$fact", fact.Id),
        ("$page", fact.Page),
        ("$product", fact.Product),
        ("$key", CodeNormalizer.Normalize(fact.Product)),
        ("$section", fact.Section),
        ("$attribute", fact.Attribute),
        ("$condition", fact.Condition),
        ("$value", fact.Value),
        ("$unit", fact.Unit),
        ("$x0", fact.Box.X0),
        ("$y0", fact.Box.Y0),
        ("$x1", fact.Box.X1),
        ("$y1", fact.Box.Y1),
        ("$confidence", fact.Confidence),
        ("$readBy", (int)fact.ReadBy),
        ("$doubt", fact.Doubt),
        ("$min", fact.Typed?.Min),
        ("$typical", fact.Typed?.Typical),
        ("$max", fact.Typed?.Max),
        ("$typedUnit", fact.Typed?.Unit),
        ("$kind", fact.Typed?.Kind));

    private void InsertPassages(IndexedSheet indexed, long documentId)
    {
        SpecSheet sheet = indexed.Sheet;
        var fields = new LineFields(sheet.Title);
        long id = session.Number("SELECT max(id) FROM passages");
        for (int i = 0; i < sheet.Passages.Length; i++)
        {
            Passage passage = sheet.Passages[i];
            id++;
            session.Execute(
                "INSERT INTO passages VALUES ($id, $document, $ordinal, $passage, $page, $section, $text, $x0, $y0, $x1, $y1, $readBy)",
                ("$id", id),
                ("$document", documentId),
                ("$ordinal", passage.Ordinal),
                ("$passage", passage.Id),
                ("$page", passage.Page),
                ("$section", passage.Section),
                ("$text", passage.Text),
                ("$x0", passage.Box.X0),
                ("$y0", passage.Box.Y0),
                ("$x1", passage.Box.X1),
                ("$y1", passage.Box.Y1),
                ("$readBy", (int)passage.ReadBy));
            ImmutableArray<string> terms = fields.Of(passage);
            session.Execute(
                "INSERT INTO passage_text(rowid, title, section, text, codes) VALUES ($id, $title, $section, $text, $codes)",
                ("$id", id),
                ("$title", terms[0]),
                ("$section", terms[1]),
                ("$text", terms[2]),
                ("$codes", terms[3]));
            if (!indexed.PassageVectors.IsEmpty)
            {
                InsertVector("INSERT INTO passage_vectors VALUES ($id, $vector)", id, indexed.PassageVectors[i]);
            }
        }
    }

    private void InsertCodes(SpecSheet sheet, long documentId)
    {
        int ordinal = 0;
        foreach ((ProductCode code, bool isComposed) in SheetCodes.Of(sheet))
        {
            session.Execute(
                "INSERT INTO codes VALUES ($normalized, $document, $printed, $page, $product, $composed, $ordinal)",
                ("$normalized", code.Normalized),
                ("$document", documentId),
                ("$printed", code.Printed),
                ("$page", code.Page),
                ("$product", code.Product),
                ("$composed", isComposed ? 1 : 0),
                ("$ordinal", ordinal++));
        }
    }

    private void InsertVector(string sql, long id, ReadOnlyMemory<float> vector) =>
        session.Execute(sql, ("$id", id), ("$vector", MemoryMarshal.AsBytes(vector.Span).ToArray()));
}
