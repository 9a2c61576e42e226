package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares rows of the read side with what the journal says, and mends nothing. What its projection
 * has yet to come to is no fault.
 */
public final class RowCheck {
  private final SweepTables tables;
  private final JournalTable journal;
  private final Generation generation;

  private RowCheck(Vendor vendor, Generation generation) {
    this.tables = new SweepTables(vendor);
    this.journal = JournalTable.of(vendor);
    this.generation = generation;
  }

  /** Of the generation that questions are answered from; empty when there is none to look at. */
  public static Optional<RowCheck> of(Connection connection, Vendor vendor) throws SQLException {
    if (!isThere(connection, vendor, "read_generation")) {
      return Optional.empty();
    }
    Generation live =
        isThere(connection, vendor, "read_part")
            ? Generations.live(connection)
            : Generations.liveWithoutParts(connection);
    return Optional.of(new RowCheck(vendor, live));
  }

  private static boolean isThere(Connection connection, Vendor vendor, String table)
      throws SQLException {
    String name = vendor == Vendor.H2 ? table.toUpperCase(Locale.ROOT) : table;
    try (var found = connection.getMetaData().getTables(null, null, name, null)) {
      return found.next();
    }
  }

  /**
   * What is wrong with the rows of orders and shipments, by the id that they have in the journal.
   *
   * @param last of each the last thing that happened
   */
  public Map<String, String> faults(Connection connection, Map<String, Change> last)
      throws SQLException {
    Map<OrderId, Change.OfOrder> orders = new HashMap<>();
    Map<ShipmentId, Change.OfShipment> shipments = new HashMap<>();
    for (Change change : last.values()) {
      switch (change) {
        case Change.OfOrder c -> orders.put(c.id(), c);
        case Change.OfShipment c -> shipments.put(c.id(), c);
      }
    }
    Map<String, String> faults = new TreeMap<>();
    Map<OrderId, Long> orderRows =
        Versions.orders(connection, generation.numberOf(Part.ORDERS), orders.keySet());
    Map<ShipmentId, Long> shipmentRows =
        Versions.shipments(connection, generation.numberOf(Part.SHIPMENTS), shipments.keySet());
    Map<String, Long> rows = new HashMap<>();
    orderRows.forEach((id, version) -> rows.put(Fold.ORDERS + id.entityId(), version));
    shipmentRows.forEach((id, version) -> rows.put(Fold.SHIPMENTS + id.entityId(), version));
    versions(connection, last, rows, faults);
    orders.values().removeIf(c -> orderRows.getOrDefault(c.id(), -1L) != c.version());
    shipments.values().removeIf(c -> shipmentRows.getOrDefault(c.id(), -1L) != c.version());
    RowContents contents = new RowContents(connection, generation);
    contents.orders(orders).forEach((id, why) -> faults.put(Fold.ORDERS + id.entityId(), why));
    contents
        .shipments(shipments)
        .forEach((id, why) -> faults.put(Fold.SHIPMENTS + id.entityId(), why));
    return faults;
  }

  private void versions(
      Connection connection,
      Map<String, Change> last,
      Map<String, Long> rows,
      Map<String, String> faults)
      throws SQLException {
    Map<String, Long> behind = new HashMap<>();
    last.forEach(
        (id, change) -> {
          long row = rows.getOrDefault(id, 0L);
          if (row > change.version()) {
            faults.put(id, "its row is of version " + row + ", ahead of the journal");
          } else if (row < change.version()) {
            behind.put(id, row + 1);
          }
        });
    if (!behind.isEmpty()) {
      JournalPosition passed = Offsets.of(connection, generation.projection());
      for (String id : tables.passed(connection, behind, passed)) {
        long row = rows.getOrDefault(id, 0L);
        faults.put(id, row == 0 ? "it has no row" : "its row is of version " + row);
      }
    }
  }

  /**
   * Ids of rows that nothing in the journal is the beginning of.
   *
   * @param idsMax how many are looked at in one go
   */
  public List<String> withoutJournal(Connection connection, int idsMax) throws SQLException {
    List<String> orphans = new ArrayList<>();
    for (Sweep.Phase phase : List.of(Sweep.Phase.ORDERS, Sweep.Phase.SHIPMENTS)) {
      List<String> page = tables.rows(connection, phase, generation, "", idsMax);
      while (!page.isEmpty()) {
        if (tables.inJournal(connection, page) < page.size()) {
          Set<String> known =
              journal.streams(connection, page).stream()
                  .map(JournalRow::persistenceId)
                  .collect(Collectors.toSet());
          page.stream().filter(id -> !known.contains(id)).forEach(orphans::add);
        }
        page =
            page.size() < idsMax
                ? List.of()
                : tables.rows(connection, phase, generation, page.getLast(), idsMax);
      }
    }
    return orphans;
  }
}
