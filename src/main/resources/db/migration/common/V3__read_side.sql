-- The read side: what can be rebuilt from the journal. Every row belongs to a generation; questions
-- are answered from the one that is LIVE, while the next may be BUILDING beside it. Times are
-- microseconds since 1970. One text for both databases.

CREATE TABLE read_generation (
  generation INTEGER NOT NULL PRIMARY KEY,
  state VARCHAR(10) NOT NULL,
  begun_at BIGINT NOT NULL,
  live_at BIGINT
);

INSERT INTO read_generation (generation, state, begun_at, live_at) VALUES (1, 'LIVE', 0, 0);

-- Pekko Projection's own tables.
CREATE TABLE pekko_projection_offset_store (
  projection_name VARCHAR(255) NOT NULL,
  projection_key VARCHAR(255) NOT NULL,
  current_offset VARCHAR(255) NOT NULL,
  manifest VARCHAR(32) NOT NULL,
  mergeable BOOLEAN NOT NULL,
  last_updated BIGINT NOT NULL,
  PRIMARY KEY (projection_name, projection_key)
);

CREATE TABLE pekko_projection_management (
  projection_name VARCHAR(255) NOT NULL,
  projection_key VARCHAR(255) NOT NULL,
  paused BOOLEAN NOT NULL,
  last_updated BIGINT NOT NULL,
  PRIMARY KEY (projection_name, projection_key)
);

-- One row an order. summary: what the list shows of it, as JSON.
CREATE TABLE order_list (
  generation INTEGER NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  order_id VARCHAR(100) NOT NULL,
  version BIGINT NOT NULL,
  status VARCHAR(30) NOT NULL,
  reference VARCHAR(255) NOT NULL,
  customer_id VARCHAR(255) NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  summary VARCHAR(100000) NOT NULL,
  PRIMARY KEY (generation, merchant, order_id)
);

CREATE INDEX order_list_created ON order_list (generation, merchant, created_at, order_id);
CREATE INDEX order_list_status ON order_list (generation, merchant, status, created_at, order_id);
CREATE INDEX order_list_reference
  ON order_list (generation, merchant, reference, created_at, order_id);
CREATE INDEX order_list_customer
  ON order_list (generation, merchant, customer_id, created_at, order_id);

-- What an order has several of, and only while it has them: HOLD (a reason), STEP (one that it waits
-- for), PARTNER (whom it waits for).
CREATE TABLE order_facet (
  generation INTEGER NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  facet VARCHAR(10) NOT NULL,
  facet_value VARCHAR(255) NOT NULL,
  created_at BIGINT NOT NULL,
  order_id VARCHAR(100) NOT NULL,
  PRIMARY KEY (generation, merchant, facet, facet_value, created_at, order_id)
);

CREATE INDEX order_facet_order ON order_facet (generation, merchant, order_id);

-- One row a shipment.
CREATE TABLE shipment_list (
  generation INTEGER NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  shipment_id VARCHAR(110) NOT NULL,
  version BIGINT NOT NULL,
  order_id VARCHAR(100) NOT NULL,
  location VARCHAR(255),
  status VARCHAR(30) NOT NULL,
  carrier VARCHAR(255),
  service VARCHAR(255),
  tracking_code VARCHAR(255),
  tracking_status VARCHAR(30) NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (generation, merchant, shipment_id)
);

CREATE INDEX shipment_list_order ON shipment_list (generation, merchant, order_id);
CREATE INDEX shipment_list_tracking ON shipment_list (generation, merchant, tracking_code);

-- How many orders are in which status.
CREATE TABLE order_count (
  generation INTEGER NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  status VARCHAR(30) NOT NULL,
  orders BIGINT NOT NULL,
  PRIMARY KEY (generation, merchant, status)
);

-- What happened in each minute; confirmation_times: an encoded HdrHistogram, milliseconds.
CREATE TABLE order_minute (
  generation INTEGER NOT NULL,
  merchant VARCHAR(40) NOT NULL,
  minute_at BIGINT NOT NULL,
  received BIGINT NOT NULL,
  confirmed BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  confirmation_times BYTEA NOT NULL,
  PRIMARY KEY (generation, merchant, minute_at)
);

-- What each partner did for each step in each hour; times: an encoded HdrHistogram of milliseconds
-- from when a step could begin until it was done.
CREATE TABLE partner_hour (
  generation INTEGER NOT NULL,
  partner VARCHAR(255) NOT NULL,
  step VARCHAR(40) NOT NULL,
  hour_at BIGINT NOT NULL,
  succeeded BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  unanswered BIGINT NOT NULL,
  in_doubt BIGINT NOT NULL,
  parked BIGINT NOT NULL,
  times BYTEA NOT NULL,
  PRIMARY KEY (generation, partner, step, hour_at)
);

-- Whom to wake when. slice: 0 to 127, from the entity's id. due_at: when to wake it next. in_flight:
-- something was on its way, so that after the death of its node it is to be woken at once. owed: it
-- may have told others what they have not heard. moved_at: its last event. next_at: when something
-- is due by itself. woken: how often it was woken since it moved.
CREATE TABLE wake_at (
  generation INTEGER NOT NULL,
  persistence_id VARCHAR(255) NOT NULL,
  version BIGINT NOT NULL,
  slice INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  in_flight BOOLEAN NOT NULL,
  owed INTEGER NOT NULL,
  moved_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  woken INTEGER NOT NULL,
  PRIMARY KEY (generation, persistence_id)
);

CREATE INDEX wake_at_due ON wake_at (generation, slice, due_at);

-- What a projector could not take over, kept until it can or somebody has looked at it.
CREATE TABLE dead_letter (
  projector VARCHAR(100) NOT NULL,
  persistence_id VARCHAR(255) NOT NULL,
  sequence_number BIGINT NOT NULL,
  generation INTEGER NOT NULL,
  failed_at BIGINT NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  PRIMARY KEY (projector, persistence_id, sequence_number, generation)
);

-- What the last comparison of a generation with the journal has found.
CREATE TABLE read_sweep (
  generation INTEGER NOT NULL PRIMARY KEY,
  begun_at BIGINT NOT NULL,
  ended_at BIGINT,
  compared BIGINT NOT NULL,
  mended BIGINT NOT NULL,
  without_journal BIGINT NOT NULL
);

-- What all nodes share and nobody has set: the key that seals cursors.
CREATE TABLE read_secret (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  secret BYTEA NOT NULL
);
