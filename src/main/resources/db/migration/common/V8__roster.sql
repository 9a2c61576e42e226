-- The nodes of a cluster that live, as each says of itself every few seconds, by the clock of this
-- database: asked before a cluster is formed, and before the schema becomes one that older programs
-- cannot work with.

CREATE TABLE roster (
  node VARCHAR(255) NOT NULL,
  schema_version INTEGER NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (node)
);

-- What only one part of a cluster that is cut in two may have: then it is the one that goes on.

CREATE TABLE lease (
  name VARCHAR(255) NOT NULL,
  owner VARCHAR(255) NOT NULL,
  taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (name)
);
