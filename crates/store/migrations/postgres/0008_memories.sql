-- What an outlet repeats around its articles, as far as it is learnt: the learner's state, packed.
CREATE TABLE memories (
    outlet_id    BIGINT PRIMARY KEY,
    bytes        BIGINT NOT NULL,
    data         BYTEA NOT NULL,
    -- The epoch that the outlet's pages are read with; NULL: none was published yet.
    epoch        BYTEA,
    published_us BIGINT
);

-- Every epoch that was ever published: readings name them.
CREATE TABLE epochs (
    outlet_id BIGINT NOT NULL,
    epoch     BYTEA NOT NULL,
    made_us   BIGINT NOT NULL,
    bytes     BIGINT NOT NULL,
    data      BYTEA NOT NULL,
    PRIMARY KEY (outlet_id, epoch)
);
