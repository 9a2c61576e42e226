package dev.crossdock.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes Crossdock's journal as long as one of years: orders that were done in earnest, with their
 * shipments and claims, are copied under other ids into the journal and into the lists. The copies
 * are older than all that is new, so the read side has passed them.
 */
final class OlderOrders {
  /** Orders that are copied, and copied at once. */
  static final int TEMPLATES = 1000;

  private static final String ID = "ord_([a-z0-9]{26})";
  private static final String COPY = "substr(md5(id || ':%d'), 1, 26)";

  private static final List<String> KEEP =
      List.of(
          "CREATE TABLE bench_id AS SELECT DISTINCT substring(order_id FROM '"
              + ID
              + "') AS id FROM order_list LIMIT "
              + TEMPLATES,
          """
          CREATE TABLE bench_event AS
          SELECT e.*, i.id FROM event_journal e JOIN bench_id i ON i.id = CASE
            WHEN persistence_id LIKE 'claim|%'
            THEN substring(convert_from(event_payload, 'UTF8') FROM '(?:ord|shp)_([a-z0-9]{26})')
            ELSE substring(persistence_id FROM '(?:ord|shp)_([a-z0-9]{26})') END
          """,
          "CREATE TABLE bench_order AS SELECT l.*, i.id FROM order_list l"
              + " JOIN bench_id i ON l.order_id = 'ord_' || i.id",
          "CREATE TABLE bench_shipment AS SELECT l.*, i.id FROM shipment_list l"
              + " JOIN bench_id i ON l.order_id = 'ord_' || i.id",
          """
          DELETE FROM event_journal e WHERE NOT EXISTS (SELECT 1 FROM bench_event b
            WHERE b.persistence_id = e.persistence_id AND b.sequence_number = e.sequence_number)
          """,
          "DELETE FROM order_list WHERE order_id NOT IN (SELECT order_id FROM bench_order)",
          "DELETE FROM shipment_list WHERE order_id NOT IN (SELECT order_id FROM bench_order)");

  private static final List<String> COPIES =
      List.of(
          """
          INSERT INTO event_journal (persistence_id, sequence_number, deleted, writer,
            write_timestamp, adapter_manifest, event_ser_id, event_ser_manifest, event_payload,
            transaction_id, chain_hash)
          SELECT CASE WHEN persistence_id LIKE 'claim|%%' THEN persistence_id || {copy}
              ELSE replace(persistence_id, id, {copy}) END,
            sequence_number, deleted, writer, write_timestamp, adapter_manifest, event_ser_id,
            event_ser_manifest,
            convert_to(replace(convert_from(event_payload, 'UTF8'), id, {copy}), 'UTF8'),
            transaction_id, chain_hash
          FROM bench_event
          """,
          """
          INSERT INTO order_list SELECT generation, merchant, replace(order_id, id, {copy}),
            version, status, reference, customer_id, created_at - %d, updated_at,
            replace(summary, id, {copy}) FROM bench_order
          """,
          """
          INSERT INTO shipment_list SELECT generation, merchant, replace(shipment_id, id, {copy}),
            version, replace(order_id, id, {copy}), location, status, carrier, service,
            tracking_code, tracking_status, created_at - %d, updated_at FROM bench_shipment
          """);

  private static final List<String> SETTLE =
      List.of(
          "VACUUM (FULL, ANALYZE) event_journal",
          "VACUUM (FULL, ANALYZE) order_list",
          "VACUUM (FULL, ANALYZE) shipment_list",
          "CHECKPOINT");

  private final String url;

  /** Copies that there are already. */
  private int copies;

  private OlderOrders(String url) {
    this.url = url;
  }

  /** Forgets all but the first orders, of which all have to be done. */
  static OlderOrders keepingSome(String url) throws SQLException {
    OlderOrders older = new OlderOrders(url);
    older.execute(KEEP);
    older.execute(SETTLE);
    return older;
  }

  /**
   * Sees to it that there are so many, those that were kept included.
   *
   * @param orders a multiple of {@link #TEMPLATES}
   */
  void fill(int orders) throws SQLException, InterruptedException, ExecutionException {
    int wanted = orders / TEMPLATES - 1;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int part = 0; part < 2; part++) {
        int first = copies + part;
        parts.add(threads.submit(() -> copy(first, wanted)));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    }
    copies = Math.max(copies, wanted);
    execute(List.of("ANALYZE event_journal, order_list, shipment_list", "CHECKPOINT"));
  }

  private Void copy(int first, int end) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      connection.setAutoCommit(false); // or the sweep would find orders that no list has
      for (int number = first; number < end; number += 2) {
        for (String text : COPIES) {
          statement.execute(
              text.replace("{copy}", COPY).replace("%%", "%").replace("%d", "" + number));
        }
        connection.commit();
      }
    }
    return null;
  }

  private void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }
}
