package dev.crossdock.runtime;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Owned;
import dev.crossdock.journal.Snapshot;
import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.jdbc.config.SnapshotConfig;
import org.apache.pekko.persistence.jdbc.snapshot.dao.DefaultSnapshotDao;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.JdbcProfile;

/**
 * The snapshots, as recoveries ask for them: none is looked for when there are too few events for
 * one, and one is only given out when all events that it stands for are there. A journal with a
 * hole below it is read from the beginning, so that the hole shows.
 *
 * <p>Named in the configuration as {@code jdbc-snapshot-store.dao}, and made by the plugin.
 */
public final class SoundSnapshots extends DefaultSnapshotDao {
  private static final String COUNT =
      "SELECT COUNT(*) FROM \"event_journal\" WHERE \"persistence_id\" = ?"
          + " AND \"sequence_number\" <= ? AND \"deleted\" = FALSE";

  private final JdbcDatabaseDef database;
  private final ExecutionContext threads;
  private final LastEvents last;
  private final LastEventReads lastReads;
  private final OrderKeys keys;
  private final int eventsMin;

  /** As the plugin calls it. */
  public SoundSnapshots(
      JdbcDatabaseDef database,
      JdbcProfile profile,
      SnapshotConfig config,
      Serialization serialization,
      ExecutionContext threads,
      Materializer materializer) {
    super(database, profile, config, serialization, threads, materializer);
    this.database = database;
    this.threads = threads;
    this.last = LastEvents.of(materializer.system());
    this.lastReads = new LastEventReads(database, threads);
    materializer.system().registerOnTermination(lastReads::close);
    this.keys = SealedWrites.keys(serialization);
    this.eventsMin = materializer.system().settings().config().getInt("jdbc-snapshot-store.every");
  }

  /** A recovery begins with this, and asks for the highest number next: both are read at once. */
  @Override
  public Future<Option<Tuple2<SnapshotMetadata, Object>>> latestSnapshot(String id) {
    return lastReads
        .of(id)
        .flatMap(
            read -> {
              last.keepFresh(id, read);
              return read.number() < eventsMin ? none() : opened(id);
            },
            threads)
        .flatMap(this::sound, threads);
  }

  /** With keys that are read anew: what was erased a moment ago is not known again. */
  private Future<Option<Tuple2<SnapshotMetadata, Object>>> opened(String id) {
    Optional<OrderId> order = keys.areThere() ? Owned.orderOf(id) : Optional.empty();
    return order.isEmpty()
        ? super.latestSnapshot(id)
        : FutureConverters.asScala(keys.readAnew(order.get()))
            .flatMap(any -> super.latestSnapshot(id), threads);
  }

  private Future<Option<Tuple2<SnapshotMetadata, Object>>> sound(
      Option<Tuple2<SnapshotMetadata, Object>> found) {
    if (found.isEmpty()) {
      return none();
    }
    SnapshotMetadata of = found.get()._1();
    boolean fits =
        found.get()._2() instanceof Snapshot snapshot
            && snapshot.version() == of.sequenceNr()
            && of.persistenceId().startsWith(prefix(snapshot));
    return fits
        ? DirectSql.of(database, connection -> count(connection, of))
            .map(count -> count == of.sequenceNr() ? found : Option.empty(), threads)
        : none();
  }

  private static String prefix(Snapshot snapshot) {
    return switch (snapshot) {
      case Snapshot.OfOrder order -> OrderEntity.KEY.name() + "|";
      case Snapshot.OfShipment shipment -> ShipmentEntity.KEY.name() + "|";
      case Snapshot.OfClaim claim -> ClaimEntity.KEY.name() + "|";
    };
  }

  private static long count(Connection connection, SnapshotMetadata of) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, of.persistenceId());
      statement.setLong(2, of.sequenceNr());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Future<Option<Tuple2<SnapshotMetadata, Object>>> none() {
    return Future.successful(Option.empty());
  }
}
