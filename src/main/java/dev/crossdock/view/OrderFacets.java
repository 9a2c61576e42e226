package dev.crossdock.view;

import dev.crossdock.partner.PartnerKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The table {@code order_facet}: only what has changed of an order's facets is written. */
final class OrderFacets {
  private static final String DELETE_ALL =
      "DELETE FROM order_facet WHERE generation = ? AND merchant = ? AND order_id = ?";
  private static final String DELETE =
      "DELETE FROM order_facet WHERE generation = ? AND merchant = ? AND facet = ?"
          + " AND facet_value = ? AND created_at = ? AND order_id = ?";
  private static final String INSERT =
      "INSERT INTO order_facet (generation, merchant, facet, facet_value, created_at, order_id)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private final int generation;
  private final Function<PartnerKind, String> names;
  private final boolean anew;

  /**
   * @param anew whether what is stored is not trusted
   */
  OrderFacets(int generation, Function<PartnerKind, String> names, boolean anew) {
    this.generation = generation;
    this.names = names;
    this.anew = anew;
  }

  void write(Connection connection, List<Moved> moved) throws SQLException {
    clear(connection, moved);
    try (PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Moved one : moved) {
        Set<OrderRow.Facet> before = before(one);
        Set<OrderRow.Facet> after = one.now().facets();
        add(delete, one.now(), before, after);
        add(insert, one.now(), after, before);
      }
      delete.executeBatch();
      insert.executeBatch();
    }
  }

  /** Where the row was not the order as it was before, nobody knows what facets there are. */
  private void clear(Connection connection, List<Moved> moved) throws SQLException {
    List<Moved> torn = moved.stream().filter(it -> !isSeamless(it)).toList();
    if (torn.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELETE_ALL)) {
      for (Moved one : torn) {
        statement.setInt(1, generation);
        statement.setString(2, one.now().last().id().merchant());
        statement.setString(3, one.now().last().id().value());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private boolean isSeamless(Moved one) {
    return !anew && one.isSeamless();
  }

  private Set<OrderRow.Facet> before(Moved one) {
    return isSeamless(one) ? OrderRow.facets(one.fresh().getFirst().before(), names) : Set.of();
  }

  /** Those facets that the others do not have. */
  private void add(
      PreparedStatement statement,
      OrderRow row,
      Set<OrderRow.Facet> facets,
      Set<OrderRow.Facet> others)
      throws SQLException {
    for (OrderRow.Facet facet : facets) {
      if (!others.contains(facet)) {
        statement.setInt(1, generation);
        statement.setString(2, row.last().id().merchant());
        statement.setString(3, facet.facet());
        statement.setString(4, facet.value());
        statement.setLong(5, Sql.micros(row.createdAt()));
        statement.setString(6, row.last().id().value());
        statement.addBatch();
      }
    }
  }
}
