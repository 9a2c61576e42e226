package dev.crossdock.view;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.ShipmentSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code wake_at}: whom to wake when, should nothing happen until then. */
final class WakeProjector implements Projector {
  private final WakeRows rows;
  private final Duration patience;

  /**
   * @param patience how long something may be on its way before its entity is woken
   */
  WakeProjector(int generation, Duration patience) {
    this.rows = new WakeRows(generation);
    this.patience = patience;
  }

  @Override
  public String name() {
    return "wake";
  }

  @Override
  public void apply(Connection connection, List<Change> changes) throws SQLException {
    Map<String, WakeRow> before = rows.rows(connection, concerned(changes));
    SortedMap<String, WakeRow> after = new TreeMap<>();
    for (Change change : changes) {
      String id = Careful.idOf(change);
      WakeRow known = after.getOrDefault(id, before.get(id));
      if (known == null || change.version() >= known.version()) {
        after.put(id, moved(id, known, change));
      }
      ShipmentSummary heard = heard(change);
      if (heard != null) {
        String shipment = idOf(heard);
        WakeRow teller = after.getOrDefault(shipment, before.get(shipment));
        if (teller != null && isHeard(teller, heard.version())) {
          after.put(shipment, teller.owing(0));
        }
      }
    }
    write(connection, before, after);
  }

  private static WakeRow moved(String id, @Nullable WakeRow known, Change change) {
    Wake wake =
        switch (change) {
          case Change.OfOrder it -> Wake.of(it);
          case Change.OfShipment it -> Wake.of(it);
        };
    int owed = known == null ? wake.owed() : Math.max(known.owed(), wake.owed());
    return WakeRow.moved(id, change.version(), wake, owed);
  }

  /** The order has journalled what the shipment told. */
  private static boolean isHeard(WakeRow shipment, long version) {
    return shipment.owed() == Wake.NEWS && shipment.version() <= version;
  }

  private static Set<String> concerned(List<Change> changes) {
    Set<String> ids = new TreeSet<>();
    for (Change change : changes) {
      ids.add(Careful.idOf(change));
      ShipmentSummary heard = heard(change);
      if (heard != null) {
        ids.add(idOf(heard));
      }
    }
    return ids;
  }

  private static @Nullable ShipmentSummary heard(Change change) {
    return change instanceof Change.OfOrder of && of.event() instanceof OrderEvent.ShipmentTold told
        ? told.summary()
        : null;
  }

  private static String idOf(ShipmentSummary shipment) {
    return Fold.SHIPMENTS + shipment.id().entityId();
  }

  private void write(
      Connection connection, Map<String, WakeRow> before, SortedMap<String, WakeRow> after)
      throws SQLException {
    List<String> atRest = new ArrayList<>();
    List<WakeRows.Due> updated = new ArrayList<>();
    List<WakeRows.Due> inserted = new ArrayList<>();
    after.forEach(
        (id, row) -> {
          boolean stood = before.containsKey(id);
          if (row.isAtRest() && stood) {
            atRest.add(id);
          } else if (!row.isAtRest()) {
            (stood ? updated : inserted).add(WakeRows.Due.first(row, patience));
          }
        });
    rows.delete(connection, atRest);
    rows.update(connection, updated);
    rows.insert(connection, inserted);
  }
}
