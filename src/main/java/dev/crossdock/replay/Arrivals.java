package dev.crossdock.replay;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Stores events that come from elsewhere, if they are whole and can be read. */
final class Arrivals {
  private static final int BATCH = 500;
  private static final String INSERT =
      "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"deleted\","
          + " \"writer\", \"write_timestamp\", \"adapter_manifest\", \"event_ser_id\","
          + " \"event_ser_manifest\", \"event_payload\")"
          + " VALUES (?, ?, FALSE, 'import', ?, '', ?, '', ?)";

  private final Codecs codecs;
  private final EventCodec<ClaimEvent> claims;
  private final PreparedStatement statement;
  private final Map<String, Long> last = new HashMap<>();
  private long stored;

  @SuppressWarnings("resource") // it ends with its connection, which is the caller's
  Arrivals(Connection connection, Flows flows) throws SQLException {
    this.codecs = Codecs.of(flows);
    this.claims = EventCodec.claims(() -> flows);
    this.statement = connection.prepareStatement(INSERT);
  }

  long stored() {
    return stored;
  }

  /**
   * Stores one more, sooner or later.
   *
   * @param line where it is from
   * @throws BadLine when it is not the next one of its entity, or cannot be read
   */
  void take(long line, StoredEvent event) throws SQLException {
    long before = last.getOrDefault(event.id(), 0L);
    if (event.sequenceNumber() != before + 1) {
      throw new BadLine(
          line, "event " + event.sequenceNumber() + " of " + event.id() + " comes after " + before);
    }
    last.put(event.id(), event.sequenceNumber());
    try {
      read(event);
    } catch (JournalException unreadable) {
      throw new BadLine(line, String.valueOf(unreadable.getMessage()), unreadable);
    }
    statement.setString(1, event.id());
    statement.setLong(2, event.sequenceNumber());
    statement.setLong(3, event.writtenAt());
    statement.setInt(4, event.serializer());
    statement.setBytes(5, event.payload());
    statement.addBatch();
    if (++stored % BATCH == 0) {
      flush();
    }
  }

  /** Stores what was put off. */
  void flush() throws SQLException {
    statement.executeBatch();
  }

  private void read(StoredEvent event) {
    if (event.id().startsWith(Fold.ORDERS)) {
      codecs.orders().decode(event.payload());
      must(event, JournalSerializers.ORDERS);
    } else if (event.id().startsWith(Fold.SHIPMENTS)) {
      codecs.shipments().decode(event.payload());
      must(event, JournalSerializers.SHIPMENTS);
    } else if (event.id().startsWith(ClaimCheck.PREFIX)) {
      claims.decode(event.payload());
      must(event, JournalSerializers.CLAIMS);
    } else {
      throw new JournalException(event.id() + " is neither an order nor a shipment nor a claim");
    }
  }

  private static void must(StoredEvent event, int serializer) {
    if (event.serializer() != serializer) {
      throw new JournalException("serializer " + event.serializer() + " instead of " + serializer);
    }
  }
}
