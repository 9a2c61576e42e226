package dev.crossdock.view;

import java.time.Instant;

/**
 * A row of the journal.
 *
 * @param stored the event; empty when it is of no interest to the read side
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record JournalRow(
    JournalPosition position,
    String persistenceId,
    long sequenceNumber,
    Instant storedAt,
    byte[] stored) {}
