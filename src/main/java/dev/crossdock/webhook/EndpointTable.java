package dev.crossdock.webhook;

import dev.crossdock.settings.Secret;
import dev.crossdock.view.Sql;
import dev.crossdock.webhook.WebhookEndpoint.Disabled;
import dev.crossdock.webhook.WebhookEndpoint.Old;
import dev.crossdock.webhook.WebhookEndpoint.Secrets;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code webhook_endpoint}. */
final class EndpointTable {
  private static final String SELECT =
      "SELECT endpoint_id, merchant, url, event_types, secret, old_secret, old_secret_until,"
          + " created_at, failing_since, paused_until, disabled_at, disabled_reason"
          + " FROM webhook_endpoint WHERE ";

  private EndpointTable() {}

  static void insert(Connection connection, WebhookEndpoint endpoint, int slot)
      throws SQLException {
    String sql =
        "INSERT INTO webhook_endpoint"
            + " (endpoint_id, merchant, slot, url, event_types, secret, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, endpoint.id());
      statement.setString(2, endpoint.merchant());
      statement.setInt(3, slot);
      statement.setString(4, endpoint.url().toString());
      statement.setString(5, endpoint.subscription().stored());
      statement.setString(6, endpoint.secrets().current().value());
      statement.setLong(7, Sql.micros(endpoint.createdAt()));
      statement.executeUpdate();
    }
  }

  /** Whether any merchant has one. */
  static boolean isThereAny(Connection connection) throws SQLException {
    String sql = "SELECT 1 FROM webhook_endpoint LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  /** All of a merchant's, the oldest first. */
  static List<WebhookEndpoint> of(Connection connection, String merchant) throws SQLException {
    String sql = SELECT + "merchant = ? ORDER BY created_at, endpoint_id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, merchant);
      return read(statement);
    }
  }

  /** All of these merchants'. */
  static List<WebhookEndpoint> of(Connection connection, Collection<String> merchants)
      throws SQLException {
    String sql = SELECT + "merchant = ANY(?) ORDER BY created_at, endpoint_id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Sql.texts(connection, merchants));
      return read(statement);
    }
  }

  static Optional<WebhookEndpoint> find(Connection connection, String merchant, String id)
      throws SQLException {
    return find(connection, id).filter(endpoint -> endpoint.merchant().equals(merchant));
  }

  static Optional<WebhookEndpoint> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + "endpoint_id = ?")) {
      statement.setString(1, id);
      return read(statement).stream().findFirst();
    }
  }

  /** Nobody else changes it before this transaction is over. */
  static Optional<WebhookEndpoint> lock(Connection connection, String id) throws SQLException {
    String sql = SELECT + "endpoint_id = ? FOR UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      return read(statement).stream().findFirst();
    }
  }

  static boolean delete(Connection connection, String merchant, String id) throws SQLException {
    String sql = "DELETE FROM webhook_endpoint WHERE merchant = ? AND endpoint_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, merchant);
      statement.setString(2, id);
      return statement.executeUpdate() > 0;
    }
  }

  static void setSecrets(Connection connection, String id, Secrets secrets) throws SQLException {
    String sql =
        "UPDATE webhook_endpoint SET secret = ?, old_secret = ?, old_secret_until = ?"
            + " WHERE endpoint_id = ?";
    Old old = secrets.old();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, secrets.current().value());
      statement.setString(2, old == null ? null : old.secret().value());
      setMoment(statement, 3, old == null ? null : old.until());
      statement.setString(4, id);
      statement.executeUpdate();
    }
  }

  /** How it is: all three absent when it is well. */
  static void setTrouble(
      Connection connection,
      String id,
      @Nullable Instant failingSince,
      @Nullable Instant pausedUntil,
      @Nullable Disabled disabled)
      throws SQLException {
    String sql =
        "UPDATE webhook_endpoint SET failing_since = ?, paused_until = ?, disabled_at = ?,"
            + " disabled_reason = ? WHERE endpoint_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      setMoment(statement, 1, failingSince);
      setMoment(statement, 2, pausedUntil);
      setMoment(statement, 3, disabled == null ? null : disabled.at());
      statement.setString(4, disabled == null ? null : disabled.reason());
      statement.setString(5, id);
      statement.executeUpdate();
    }
  }

  private static void setMoment(PreparedStatement statement, int at, @Nullable Instant moment)
      throws SQLException {
    if (moment == null) {
      statement.setNull(at, Types.BIGINT);
    } else {
      statement.setLong(at, Sql.micros(moment));
    }
  }

  private static List<WebhookEndpoint> read(PreparedStatement statement) throws SQLException {
    List<WebhookEndpoint> endpoints = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        endpoints.add(endpoint(row));
      }
    }
    return endpoints;
  }

  private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
    return new WebhookEndpoint(
        row.getString(1),
        row.getString(2),
        URI.create(row.getString(3)),
        Subscription.ofStored(row.getString(4)),
        secrets(row),
        Sql.instant(row.getLong(8)),
        moment(row, 9),
        moment(row, 10),
        disabled(row));
  }

  private static Secrets secrets(ResultSet row) throws SQLException {
    String old = row.getString(6);
    Instant until = moment(row, 7);
    return new Secrets(
        new Secret(row.getString(5)),
        old == null || until == null ? null : new Old(new Secret(old), until));
  }

  private static @Nullable Disabled disabled(ResultSet row) throws SQLException {
    Instant at = moment(row, 11);
    String reason = row.getString(12);
    return at == null || reason == null ? null : new Disabled(at, reason);
  }

  static @Nullable Instant moment(ResultSet row, int at) throws SQLException {
    long micros = row.getLong(at);
    return row.wasNull() ? null : Sql.instant(micros);
  }
}
