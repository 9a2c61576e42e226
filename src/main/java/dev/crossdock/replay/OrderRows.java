package dev.crossdock.replay;

import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Fold;
import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads all that is stored of an order and its shipments, in the order in which it was. */
record OrderRows(Columns columns) {
  private static final int SHIPMENTS_AT_ONCE = 50;
  private static final String OF_IDS = "\"persistence_id\" = ANY(?) ORDER BY \"ordering\"";

  /** Shipments are numbered from 1 without a hole. */
  List<StoredEvent> of(Connection connection, OrderId id) throws SQLException {
    List<StoredEvent> all = new ArrayList<>();
    List<String> ids = new ArrayList<>(List.of(Fold.ORDERS + id.entityId()));
    int before = -1;
    for (int number = 1; all.size() > before; number += SHIPMENTS_AT_ONCE) {
      before = all.size();
      for (int i = number; i < number + SHIPMENTS_AT_ONCE; i++) {
        ids.add(Fold.SHIPMENTS + id.shipment(i).entityId());
      }
      all.addAll(ofIds(connection, ids));
      ids.clear();
    }
    return all;
  }

  /** All that is stored under these ids. */
  List<StoredEvent> ofIds(Connection connection, Collection<String> ids) throws SQLException {
    List<StoredEvent> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(columns.select() + OF_IDS)) {
      statement.setArray(1, Sql.texts(connection, ids));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(columns.event(row));
        }
      }
    }
    return all;
  }
}
