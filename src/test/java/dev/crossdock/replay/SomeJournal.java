package dev.crossdock.replay;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.EventHash;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Snapshot;
import dev.crossdock.journal.SnapshotCodec;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.Secret;
import dev.crossdock.view.Story;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journal with the events of some orders, as a node would have written them. */
public record SomeJournal(Database database) {
  private static final Map<String, Integer> SERIALIZERS =
      Map.of("order", 4101, "shipment", 4102, "claim", 4103);
  private static final String INSERT =
      "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
          + " \"write_timestamp\", \"adapter_manifest\", \"event_ser_id\","
          + " \"event_ser_manifest\", \"event_payload\", \"chain_hash\")"
          + " VALUES (?, ?, 'test', ?, '', ?, '', ?, ?)";

  /** With all tables and flows, and no event yet. */
  public static SomeJournal empty(Vendor vendor, Path directory) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    new FlowStore(database.source())
        .register(List.of(Story.FLOWS.version("parcel", 1).orElseThrow()));
    return new SomeJournal(database);
  }

  /** With these. */
  public SomeJournal with(Story... stories) throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      for (Story story : stories) {
        insert(connection, story.events());
      }
      connection.commit();
    }
    return this;
  }

  /** With the claim of an order or a shipment on something that it is known by. */
  public SomeJournal with(Subject subject, Claimant owner) throws SQLException {
    String id = "claim|" + subject.entityId();
    byte[] event =
        EventCodec.claims(() -> Story.FLOWS).encode(new ClaimEvent.Claimed(owner, SomeOrder.NOON));
    try (Connection connection = database.source().getConnection()) {
      insert(connection, List.of(new Story.Told(id, 1, SomeOrder.NOON, event)));
    }
    return this;
  }

  /** With these, each entity's from its first on. */
  public SomeJournal with(List<Story.Told> events) throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, events);
      connection.commit();
    }
    return this;
  }

  /** With a snapshot, as a node would have stored it. */
  public SomeJournal withSnapshot(String id, Snapshot snapshot, String form) throws SQLException {
    try (Connection connection = database.source().getConnection();
        var statement =
            connection.prepareStatement(
                "INSERT INTO \"snapshot\" (\"persistence_id\", \"sequence_number\", \"created\","
                    + " \"snapshot_ser_id\", \"snapshot_ser_manifest\", \"snapshot_payload\")"
                    + " VALUES (?, ?, 0, 4104, ?, ?)")) {
      statement.setString(1, id);
      statement.setLong(2, snapshot.version());
      statement.setString(3, form);
      statement.setBytes(4, new SnapshotCodec(() -> Story.FLOWS).encode(snapshot));
      statement.executeUpdate();
    }
    return this;
  }

  private static void insert(Connection connection, List<Story.Told> events) throws SQLException {
    Map<String, byte[]> hashes = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Story.Told told : events) {
        String kind = told.persistenceId().substring(0, told.persistenceId().indexOf('|'));
        statement.setString(1, told.persistenceId());
        statement.setLong(2, told.sequenceNumber());
        statement.setLong(3, told.at().toEpochMilli());
        statement.setInt(4, SERIALIZERS.getOrDefault(kind, 0));
        statement.setBytes(5, told.stored());
        byte[] before = hashes.getOrDefault(told.persistenceId(), EventHash.none());
        byte[] hash =
            EventHash.next(
                before,
                told.persistenceId(),
                told.sequenceNumber(),
                told.at().toEpochMilli(),
                SERIALIZERS.getOrDefault(kind, 0),
                told.stored());
        hashes.put(told.persistenceId(), hash);
        statement.setBytes(6, hash);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  public JournalSettings settings() {
    String url = database.url() + (database.vendor() == Vendor.H2 ? "" : "?tcpKeepAlive=true");
    return new JournalSettings(url, database.user(), new Secret(database.password()), 4);
  }

  public Archive archive() {
    return Archive.open(settings());
  }
}
