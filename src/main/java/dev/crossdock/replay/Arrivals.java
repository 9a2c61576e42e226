package dev.crossdock.replay;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.journal.OrderKeys;
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
          + " \"event_ser_manifest\", \"event_payload\", \"chain_hash\")"
          + " VALUES (?, ?, FALSE, 'import', ?, '', ?, '', ?, ?)";

  /** What came without a hash was stored before there were any, and may stay so. */
  private static final String MARK =
      "UPDATE installation SET content = (SELECT CAST(COALESCE(MAX(\"ordering\"), 0) AS"
          + " VARCHAR(255)) FROM \"event_journal\" WHERE \"chain_hash\" IS NULL) WHERE name = '"
          + Columns.UNCHAINED_TO
          + "'";

  private final Codecs codecs;
  private final EventCodec<ClaimEvent> claims;
  private final PreparedStatement statement;
  private final Connection connection;
  private final Map<String, Last> last = new HashMap<>();
  private long stored;

  /** How far an entity is. */
  private record Last(long number, ChainCheck chain) {}

  @SuppressWarnings("resource") // it ends with its connection, which is the caller's
  Arrivals(Connection connection, Flows flows, OrderKeys keys) throws SQLException {
    this.connection = connection;
    this.codecs = Codecs.of(flows, keys);
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
    follow(line, event);
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
    statement.setBytes(6, event.hash());
    statement.addBatch();
    if (++stored % BATCH == 0) {
      statement.executeBatch();
    }
  }

  private void follow(long line, StoredEvent event) {
    Last before = last.get(event.id());
    long number = before == null ? 0 : before.number();
    if (event.sequenceNumber() != number + 1) {
      throw new BadLine(
          line, "event " + event.sequenceNumber() + " of " + event.id() + " comes after " + number);
    }
    ChainCheck chain = before == null ? new ChainCheck(Long.MAX_VALUE) : before.chain();
    chain
        .take(event)
        .ifPresent(
            why -> {
              throw new BadLine(
                  line, "event " + event.sequenceNumber() + " of " + event.id() + ": " + why);
            });
    last.put(event.id(), new Last(event.sequenceNumber(), chain));
  }

  /** Stores what was put off; nothing comes any more. */
  void end() throws SQLException {
    statement.executeBatch();
    try (var mark = connection.createStatement()) {
      mark.executeUpdate(MARK);
    }
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
