package dev.crossdock.simulator;

import java.time.Instant;

/** A status that something had, or is to have, from an instant on. */
record Moment(String status, Instant at) {}
