-- Format 1 of the index. A change of this file is a new format: raise IndexSchema.FormatVersion.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,     -- the title as revisions of one sheet share it
    revision TEXT,
    revision_date TEXT,
    pages INTEGER NOT NULL,
    origin TEXT NOT NULL,
    indexed_at TEXT NOT NULL,
    superseded_by TEXT,
    facts INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    products TEXT NOT NULL,
    grammars TEXT NOT NULL,
    findings TEXT NOT NULL,
    digest INTEGER NOT NULL,     -- of all that the document states; the index version is their XOR
    generation INTEGER NOT NULL  -- of the commit that wrote it: tells a cache what to load again
);

CREATE INDEX documents_title ON documents(title_key);

CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    ordinal INTEGER NOT NULL,
    fact_id TEXT NOT NULL,
    page INTEGER NOT NULL,
    product TEXT NOT NULL,
    product_key TEXT NOT NULL,   -- the product as codes are normalised
    section TEXT NOT NULL,
    attribute TEXT NOT NULL,
    condition TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
    confidence REAL NOT NULL,
    read_by INTEGER NOT NULL,
    doubt TEXT,
    typed_min REAL, typed_typical REAL, typed_max REAL, typed_unit TEXT, typed_kind TEXT
);
CREATE INDEX facts_document ON facts(document_id, ordinal);
CREATE INDEX facts_kind ON facts(typed_kind, document_id, ordinal) WHERE typed_kind IS NOT NULL;

CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    ordinal INTEGER NOT NULL,
    passage_id TEXT NOT NULL,
    page INTEGER NOT NULL,
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
    read_by INTEGER NOT NULL
);
CREATE INDEX passages_document ON passages(document_id, ordinal);

-- Codes printed on a sheet, and those that only its ordering-code grammar composes.
CREATE TABLE codes (
    normalized TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    printed TEXT NOT NULL,
    page INTEGER NOT NULL,
    product TEXT NOT NULL,
    composed INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (normalized, document_id, composed, ordinal)
) WITHOUT ROWID;
CREATE INDEX codes_document ON codes(document_id);

CREATE TABLE fact_vectors (id INTEGER PRIMARY KEY REFERENCES facts(id), vector BLOB NOT NULL);
CREATE TABLE passage_vectors (id INTEGER PRIMARY KEY REFERENCES passages(id), vector BLOB NOT NULL);

-- What the last replacement of a document changed.
CREATE TABLE changes (document TEXT PRIMARY KEY, changed_at TEXT NOT NULL, facts TEXT NOT NULL) WITHOUT ROWID;

-- Only quotable facts are searchable. Text arrives cut into terms; the dot stays inside decimal numbers.
CREATE VIRTUAL TABLE fact_text USING fts5(
    title, product, section, attribute, condition, value, unit, codes,
    content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2 tokenchars '.'");
CREATE VIRTUAL TABLE passage_text USING fts5(
    title, section, text, codes,
    content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2 tokenchars '.'");

INSERT INTO meta VALUES ('generation', '0');
