-- What all nodes have to agree on, for ever: written by the first, held against by the others.

CREATE TABLE installation (
  name VARCHAR(64) NOT NULL,
  content VARCHAR(255) NOT NULL,
  PRIMARY KEY (name)
);
