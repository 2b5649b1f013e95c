using HybridAssistant;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using HybridAssistant.Tests.Ingestion;

// Ingests a folder of line sheets into a data folder and says each document that is done.
string data = args[0];
string sheets = args[1];
string indexPath = Path.Combine(data, "index.db");
using var embedder = new LetterEmbedder();
var options = new IngestionOptions
{
    DocumentsPath = Path.Combine(data, "documents"),
    LockPath = indexPath + ".lock",
    WriterName = "ingest host",
};
await using SqliteKnowledgeIndex index = SqliteKnowledgeIndex.Open(
    new SqliteIndexOptions { Path = indexPath, EmbedderFingerprint = embedder.GetFingerprint() }, TimeProvider.System);
var pipeline = new IngestionPipeline(index, new LineSheetReader(), embedder, options, TimeProvider.System);
await pipeline.IngestAsync([sheets], new ConsoleProgress());
