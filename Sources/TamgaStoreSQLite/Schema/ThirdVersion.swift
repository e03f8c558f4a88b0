/// Version 3 of the store: facts.
enum ThirdVersion {
    /// A person counts their facts, and the totals all, so that one that is lost is missed.
    static let schema = """
        ALTER TABLE store ADD COLUMN facts INTEGER NOT NULL DEFAULT 0 CHECK (facts >= 0);
        ALTER TABLE person ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE fact (
            number INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            person INTEGER REFERENCES person (number),
            sealed BLOB NOT NULL,
            PRIMARY KEY (number, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX fact_person ON fact (person);
        """
}
