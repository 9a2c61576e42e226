package dev.crossdock.simulator;

/** A partner and an idempotency key: one intent. */
record Keyed(String partner, String key) {}
