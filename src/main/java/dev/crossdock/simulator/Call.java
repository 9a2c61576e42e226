package dev.crossdock.simulator;

import java.time.Instant;

/**
 * One call of the partner API that has been read and belongs to an operation.
 *
 * @param key its Idempotency-Key; empty for a reading call
 * @param id what stands in the path where the operation has a name in braces; else empty
 * @param reference what is looked up; else empty
 */
record Call(
    String partner, String key, String id, String reference, Body body, Instant now, Pace pace) {}
