package dev.crossdock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The baselines' tables: an order, and how far it is. What a method wrote is committed. */
final class BaselineStore {
  /** As many connections as Crossdock's journal has in this bench. */
  static final int CONNECTIONS = 20;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDERS =
      "CREATE TABLE IF NOT EXISTS orders (id VARCHAR(64) PRIMARY KEY, body TEXT NOT NULL,"
          + " created_at TIMESTAMPTZ NOT NULL DEFAULT now())";
  private static final Map<Desk, String> UPDATES =
      Stream.of(Desk.values())
          .collect(
              Collectors.toMap(
                  step -> step,
                  step ->
                      "UPDATE order_status SET %s = ?, status = ?, updated_at = now() WHERE id = ?"
                          .formatted(column(step))));

  private final HikariDataSource source;

  private BaselineStore(HikariDataSource source) {
    this.source = source;
  }

  /** Opens it and makes the tables unless they are there. */
  static BaselineStore open(String url) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(600_000);
    BaselineStore store = new BaselineStore(new HikariDataSource(config));
    try (Connection connection = store.source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(ORDERS);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS order_status (id VARCHAR(64) PRIMARY KEY REFERENCES orders,"
              + " status VARCHAR(20) NOT NULL, updated_at TIMESTAMPTZ NOT NULL DEFAULT now(), "
              + Stream.of(Desk.values())
                  .map(step -> column(step) + " VARCHAR(64)")
                  .collect(Collectors.joining(", "))
              + ")");
    }
    return store;
  }

  private static String column(Desk step) {
    return step.name().toLowerCase(Locale.ROOT) + "_answer";
  }

  /** Whether it was not there yet. */
  boolean insert(BaselineOrder order, byte[] body) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO orders (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING");
        PreparedStatement status =
            connection.prepareStatement(
                "INSERT INTO order_status (id, status) VALUES (?, 'RECEIVED')")) {
      connection.setAutoCommit(false);
      row.setString(1, order.id());
      row.setString(2, new String(body, StandardCharsets.UTF_8));
      boolean isNew = row.executeUpdate() == 1;
      if (isNew) {
        status.setString(1, order.id());
        status.executeUpdate();
      }
      connection.commit();
      return isNew;
    }
  }

  /** Notes what the step gave. */
  void done(BaselineOrder order, Desk step, String answer) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(UPDATES.get(step))) {
      update.setString(1, answer);
      update.setString(2, step == Desk.NOTIFICATION ? "CLOSED" : step.name());
      update.setString(3, order.id());
      update.executeUpdate();
    }
  }

  /** Every order that is not done, the oldest first. */
  List<BaselineOrder> open() throws SQLException {
    List<BaselineOrder> open = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT * FROM orders JOIN order_status USING (id) WHERE status <> 'CLOSED'"
                    + " ORDER BY created_at")) {
      while (rows.next()) {
        open.add(order(rows));
      }
    }
    return open;
  }

  private static BaselineOrder order(ResultSet row) throws SQLException {
    BaselineOrder order =
        BaselineOrder.placed(row.getString("id").substring(4), json(row.getString("body")));
    for (Desk step : Desk.values()) {
      String answer = row.getString(column(step));
      if (answer != null) {
        order.answers().put(step, answer);
      }
    }
    return order;
  }

  private static JsonNode json(String text) throws SQLException {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new SQLException("a body that is none", e);
    }
  }
}
