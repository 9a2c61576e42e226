package dev.crossdock.replay;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.journal.Snapshot;
import dev.crossdock.journal.SnapshotCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Proves that each snapshot of a part of the journal is what all events up to it make: so it and
 * the events behind it make what all events do. Those that no program of today reads are passed
 * over here as there. Of one thread.
 */
final class SnapshotCheck {
  private static final String SELECT =
      "SELECT \"persistence_id\", \"sequence_number\", \"snapshot_ser_id\","
          + " \"snapshot_ser_manifest\", \"snapshot_payload\" FROM \"snapshot\" WHERE ";

  private final Findings findings;
  private final Map<Place, Object> states = new HashMap<>();

  private record Place(String id, long version) {}

  private SnapshotCheck(Findings findings) {
    this.findings = findings;
  }

  /** Of all entities of a part. */
  static SnapshotCheck of(
      Connection connection, KeyRange range, SnapshotCodec codec, Findings findings)
      throws SQLException {
    SnapshotCheck check = new SnapshotCheck(findings);
    try (PreparedStatement statement = range.prepare(connection, SELECT, "")) {
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          check.read(row, codec);
        }
      }
    }
    return check;
  }

  /** What the entity is like behind an event. */
  void take(StoredEvent event, Object state) {
    Object kept = states.remove(new Place(event.id(), event.sequenceNumber()));
    if (kept == null) {
      return;
    }
    findings.snapshot();
    if (!kept.equals(state)) {
      fault(event.id(), event.sequenceNumber(), "it is not what all events up to it make");
    }
  }

  /** No event comes any more. */
  void end() {
    states.keySet().forEach(it -> fault(it.id(), it.version(), "there is no such event"));
  }

  private void read(ResultSet row, SnapshotCodec codec) throws SQLException {
    Place place = new Place(row.getString(1), row.getLong(2));
    String form = row.getString(4);
    boolean isOurs = row.getInt(3) == JournalSerializers.SNAPSHOTS;
    if (!isOurs || !form.equals(SnapshotCodec.FORM)) {
      return;
    }
    try {
      if (codec.isErased(row.getBytes(5))) {
        return;
      }
      Snapshot snapshot = codec.decode(row.getBytes(5), form);
      if (snapshot.version() == place.version()) {
        states.put(place, state(snapshot));
      } else {
        fault(place.id(), place.version(), "it says that it is of event " + snapshot.version());
      }
    } catch (JournalException unreadable) {
      fault(place.id(), place.version(), String.valueOf(unreadable.getMessage()));
    }
  }

  private static Object state(Snapshot snapshot) {
    return switch (snapshot) {
      case Snapshot.OfOrder order -> order.state();
      case Snapshot.OfShipment shipment -> shipment.state();
      case Snapshot.OfClaim claim -> claim.state();
    };
  }

  private void fault(String id, long version, String why) {
    findings.fault(new Fault(FaultKind.SNAPSHOT, id, version, why));
  }
}
