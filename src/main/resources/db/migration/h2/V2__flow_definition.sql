-- Every version of every flow that an order may have begun with; events name it only.

CREATE TABLE flow_definition (
  name VARCHAR(255) NOT NULL,
  version INTEGER NOT NULL,
  definition VARCHAR(1048576) NOT NULL,
  PRIMARY KEY (name, version)
);
