package dev.crossdock.replay;

import dev.crossdock.journal.EventHash;
import dev.crossdock.view.JournalPosition;
import dev.crossdock.view.JournalRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param writtenAt milliseconds since 1970, by the clock of the node that wrote it
 * @param serializer who wrote the payload
 * @param ordering its number among all events; 0 when it is not in a journal
 * @param hash that chains it to the one before; absent when it was stored without
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StoredEvent(
    String id,
    long sequenceNumber,
    long writtenAt,
    int serializer,
    boolean deleted,
    byte[] payload,
    long ordering,
    byte @Nullable [] hash) {

  /** The hash that it must have behind an event with that hash. */
  byte[] hashAfter(byte[] before) {
    return EventHash.next(before, id, sequenceNumber, writtenAt, serializer, payload);
  }

  /** As the read side's folds take it. */
  JournalRow row() {
    return new JournalRow(
        JournalPosition.START, id, sequenceNumber, Instant.ofEpochMilli(writtenAt), payload);
  }
}
