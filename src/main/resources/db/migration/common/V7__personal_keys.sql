-- Keys that what is personal of orders is sealed with, and what became of them. Times are
-- microseconds since 1970. One text for both databases.

-- One row an order, stored before its first event. order_id: the name of its entity. master: which
-- one of the configuration has wrapped it. A key that was destroyed has its row for ever, for else
-- it would look like one that was lost: wrapped is NULL, and erasure_id says by what.
CREATE TABLE personal_key (
  key_id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_id VARCHAR(141) NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  customer_id VARCHAR(255) NOT NULL,
  created_at BIGINT NOT NULL,
  master VARCHAR(20) NOT NULL,
  wrapped BYTEA,
  erasure_id VARCHAR(40)
);

CREATE INDEX personal_key_order ON personal_key (order_id);
CREATE INDEX personal_key_customer ON personal_key (merchant, customer_id);

-- That a customer's keys were destroyed.
CREATE TABLE personal_erasure (
  erasure_id VARCHAR(40) NOT NULL PRIMARY KEY,
  merchant VARCHAR(40) NOT NULL,
  customer_id VARCHAR(255) NOT NULL,
  erased_at BIGINT NOT NULL
);

CREATE INDEX personal_erasure_customer ON personal_erasure (merchant, customer_id, erased_at);
