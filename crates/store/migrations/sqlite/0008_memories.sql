-- What an outlet repeats around its articles, as far as it is learnt: the learner's state, packed.
CREATE TABLE memories (
    outlet_id    INTEGER PRIMARY KEY,
    bytes        INTEGER NOT NULL,
    data         BLOB NOT NULL,
    -- The epoch that the outlet's pages are read with; NULL: none was published yet.
    epoch        BLOB,
    published_us INTEGER
) STRICT;

-- Every epoch that was ever published: readings name them.
CREATE TABLE epochs (
    outlet_id INTEGER NOT NULL,
    epoch     BLOB NOT NULL,
    made_us   INTEGER NOT NULL,
    bytes     INTEGER NOT NULL,
    data      BLOB NOT NULL,
    PRIMARY KEY (outlet_id, epoch)
) STRICT;
