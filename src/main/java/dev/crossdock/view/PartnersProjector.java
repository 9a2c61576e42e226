package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the table {@code partner_hour}: what each partner did for each step. It has no version of
 * its own: what the rows of orders and shipments know already is not counted again, so it is to
 * come before those who write these rows.
 */
final class PartnersProjector implements Projector {
  private static final String SELECT =
      "SELECT times FROM partner_hour"
          + " WHERE generation = ? AND partner = ? AND step = ? AND hour_at = ?";
  private static final String UPDATE =
      "UPDATE partner_hour SET succeeded = succeeded + ?, refused = refused + ?,"
          + " unanswered = unanswered + ?, in_doubt = in_doubt + ?, parked = parked + ?, times = ?"
          + " WHERE generation = ? AND partner = ? AND step = ? AND hour_at = ?";
  private static final String INSERT =
      "INSERT INTO partner_hour (succeeded, refused, unanswered, in_doubt, parked, times,"
          + " generation, partner, step, hour_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Generation generation;

  PartnersProjector(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String name() {
    return "partners";
  }

  @Override
  public void apply(Connection connection, List<Change> changes) throws SQLException {
    Map<PartnerTally.Key, PartnerTally> tallies = new TreeMap<>();
    for (Change change : fresh(connection, changes)) {
      Optional<Experience> experience = Experience.of(change);
      experience.ifPresent(
          it -> tallies.computeIfAbsent(it.key(), any -> new PartnerTally()).add(it));
    }
    for (var entry : tallies.entrySet()) {
      add(connection, entry.getKey(), entry.getValue());
    }
  }

  private List<Change> fresh(Connection connection, List<Change> changes) throws SQLException {
    Map<OrderId, Long> orders =
        Versions.orders(
            connection,
            generation.numberOf(Part.ORDERS),
            changes.stream()
                .filter(Change.OfOrder.class::isInstance)
                .map(it -> ((Change.OfOrder) it).id())
                .collect(Collectors.toSet()));
    Map<ShipmentId, Long> shipments =
        Versions.shipments(
            connection,
            generation.numberOf(Part.SHIPMENTS),
            changes.stream()
                .filter(Change.OfShipment.class::isInstance)
                .map(it -> ((Change.OfShipment) it).id())
                .collect(Collectors.toSet()));
    return changes.stream()
        .filter(
            change ->
                switch (change) {
                  case Change.OfOrder it -> it.version() > orders.getOrDefault(it.id(), 0L);
                  case Change.OfShipment it -> it.version() > shipments.getOrDefault(it.id(), 0L);
                })
        .toList();
  }

  private void add(Connection connection, PartnerTally.Key key, PartnerTally tally)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      set(statement, 1, key);
      try (ResultSet row = statement.executeQuery()) {
        boolean known = row.next();
        if (known) {
          tally.times().add(Times.of(row.getBytes(1)));
        }
        write(connection, known ? UPDATE : INSERT, key, tally);
      }
    }
  }

  private void write(Connection connection, String sql, PartnerTally.Key key, PartnerTally tally)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      for (Experience.Outcome outcome : Experience.Outcome.values()) {
        statement.setLong(at++, tally.count(outcome));
      }
      statement.setBytes(at++, Times.stored(tally.times()));
      set(statement, at, key);
      statement.executeUpdate();
    }
  }

  private void set(PreparedStatement statement, int at, PartnerTally.Key key) throws SQLException {
    statement.setInt(at, generation.numberOf(Part.PARTNERS));
    statement.setString(at + 1, key.partner());
    statement.setString(at + 2, key.step());
    statement.setLong(at + 3, Sql.micros(key.hour()));
  }
}
