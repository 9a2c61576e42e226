package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the rows of one order or shipment to what the journal says, from its first event on. */
final class Mender {
  private static final Logger LOG = LoggerFactory.getLogger(Mender.class);

  private final ReadSideParts parts;
  private final Streams streams;

  Mender(ReadSideParts parts) {
    this.parts = parts;
    this.streams = new Streams(parts.journal(), parts.codecs());
  }

  /** Whether every projector of the generation took it over. */
  boolean mend(Connection connection, int generation, String persistenceId) throws SQLException {
    Generations.lock(connection, generation);
    List<Change> changes =
        streams.all(connection, persistenceId).stream().map(Fold.Step::change).toList();
    if (changes.isEmpty()) {
      return false;
    }
    Generation of = Generations.numbered(connection, generation);
    backToJournal(connection, of, persistenceId, changes.getLast().version());
    Careful careful = new Careful(generation, parts.clock());
    boolean mended = true;
    for (Projector projector : parts.mending(of)) {
      Exception failure = careful.failure(connection, projector, changes);
      if (failure != null) {
        LOG.warn("{} cannot mend {}", projector.name(), persistenceId, failure);
        mended = false;
      }
    }
    LOG.info("mended {} of generation {}", persistenceId, generation);
    return mended;
  }

  /** A row that is ahead of its journal is as good as none: everything is news to it. */
  private static void backToJournal(
      Connection connection, Generation generation, String persistenceId, long version)
      throws SQLException {
    boolean isOrder = persistenceId.startsWith(Fold.ORDERS);
    String sql =
        isOrder
            ? "UPDATE order_list SET version = 0 WHERE generation = ? AND merchant = ?"
                + " AND order_id = ? AND version > ?"
            : "UPDATE shipment_list SET version = 0 WHERE generation = ? AND merchant = ?"
                + " AND shipment_id = ? AND version > ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation.numberOf(isOrder ? Part.ORDERS : Part.SHIPMENTS));
      if (isOrder) {
        OrderId id = OrderId.ofEntity(persistenceId.substring(Fold.ORDERS.length()));
        statement.setString(2, id.merchant());
        statement.setString(3, id.value());
      } else {
        ShipmentId id = ShipmentId.ofEntity(persistenceId.substring(Fold.SHIPMENTS.length()));
        statement.setString(2, id.merchant());
        statement.setString(3, id.value());
      }
      statement.setLong(4, version);
      statement.executeUpdate();
    }
  }
}
