// Files whose rows have no ids of their own: what a corrected edition is compared with.
CREATE CONSTRAINT imported_file_id_unique IF NOT EXISTS FOR (n:ImportedFile) REQUIRE n.id IS UNIQUE;
CREATE INDEX imported_file_source_headers IF NOT EXISTS FOR (n:ImportedFile) ON (n.source, n.headers);
