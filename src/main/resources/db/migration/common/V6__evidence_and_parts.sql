-- Evidence: each event carries a hash over what is stored of it and over the hash of the entity's
-- event before it (EventHash). Events up to the number kept below were stored before and may be
-- without. One text for both databases.

ALTER TABLE "event_journal" ADD COLUMN "chain_hash" BYTEA;

INSERT INTO installation (name, content)
  SELECT 'unchained-to', CAST(COALESCE(MAX("ordering"), 0) AS VARCHAR(255)) FROM "event_journal";

-- The tables of one projector may be made anew by themselves. only_projector: a generation that is
-- built for that one's sake alone. read_part: rows of a projector that are not under the number of
-- their generation, but under that which they were made under; none: all are under its own.
-- read_leftover: rows of a projector that nobody reads any more, to be deleted bit by bit.

ALTER TABLE read_generation ADD COLUMN only_projector VARCHAR(40);

CREATE TABLE read_part (
  generation INTEGER NOT NULL,
  projector VARCHAR(40) NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (generation, projector)
);

CREATE TABLE read_leftover (
  projector VARCHAR(40) NOT NULL,
  number INTEGER NOT NULL,
  left_at BIGINT NOT NULL,
  PRIMARY KEY (projector, number)
);
