-- What a program to come may add to the schema: programs of today do not notice.

CREATE TABLE newer (
  name VARCHAR(64) NOT NULL,
  PRIMARY KEY (name)
);

ALTER TABLE installation ADD COLUMN noted_at BIGINT;
