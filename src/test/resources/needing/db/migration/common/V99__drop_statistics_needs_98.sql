-- What a program to come may do that those of today cannot work with.

CREATE TABLE needing (
  name VARCHAR(64) NOT NULL,
  PRIMARY KEY (name)
);
