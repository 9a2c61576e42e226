package dev.crossdock.view;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the list with orders, straight into the tables: three share each moment, one in five is of
 * one customer, most are delivered but for the newest, one in ten waits for somebody, one in five
 * hundred has a hold.
 */
final class ManyOrders {
  static final int GENERATION = 1;
  static final String MERCHANT = "default";
  private static final String ID = "'ord_' || CAST(MOD(i * 48271, 2147483647) AS VARCHAR(20))";
  private static final String CREATED_AT = "1700000000000000 + (i / 3) * 1000000";
  private static final String WAITS = " WHERE MOD(i, 10) = 7 OR i > LAST";

  private final Vendor vendor;
  private final long count;

  private ManyOrders(Vendor vendor, long count) {
    this.vendor = vendor;
    this.count = count;
  }

  /** So many, and for the database to know it. */
  static void into(Database database, long count) throws SQLException {
    ManyOrders orders = new ManyOrders(database.vendor(), count);
    database.run(orders.list());
    database.run(orders.facets("STEP", "track", "book-shipment", "authorize-payment"));
    database.run(orders.facets("PARTNER", "carrier-a", "carrier-b", "payment"));
    database.run(orders.holds());
    try (Connection connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(database.vendor() == Vendor.H2 ? "ANALYZE" : "VACUUM ANALYZE");
    }
  }

  private String list() {
    return "INSERT INTO order_list (generation, merchant, order_id, version, status, reference,"
        + " customer_id, created_at, updated_at, summary) SELECT 1, 'default', "
        + ID
        + ", 9, CASE WHEN MOD(i, 1000) < 2 THEN 'ACTION_REQUIRED'"
        + " WHEN MOD(i, 1000) < 5 THEN 'CANCELLED' WHEN MOD(i, 100) = 50 OR i > "
        + count * 9 / 10
        + " THEN 'VALIDATING'"
        + " WHEN MOD(i, 10) = 7 THEN 'CONFIRMED' ELSE 'DELIVERED' END,"
        + " 'PO-' || CAST(MOD(i, "
        + Math.max(1, count * 9 / 10)
        + ") AS VARCHAR(20)), CASE WHEN MOD(i, 5) = 0 THEN 'cus_big'"
        + " ELSE 'cus_' || CAST(MOD(i, "
        + Math.max(1, count / 20)
        + ") AS VARCHAR(20)) END, "
        + CREATED_AT
        + ", "
        + CREATED_AT
        + ", '{\"id\":\"' || "
        + ID
        + " || '\",\"about\":\""
        + "x".repeat(300)
        + "\"}' FROM "
        + numbers();
  }

  private String facets(String facet, String first, String second, String third) {
    return "INSERT INTO order_facet (generation, merchant, facet, facet_value, created_at,"
        + " order_id) SELECT 1, 'default', '"
        + facet
        + "', CASE MOD(i, 4) WHEN 1 THEN '"
        + first
        + "' WHEN 2 THEN '"
        + second
        + "' ELSE '"
        + third
        + "' END, "
        + CREATED_AT
        + ", "
        + ID
        + " FROM "
        + numbers()
        + WAITS.replace("LAST", Long.toString(count * 99 / 100));
  }

  private String holds() {
    return "INSERT INTO order_facet (generation, merchant, facet, facet_value, created_at,"
        + " order_id) SELECT 1, 'default', 'HOLD', 'DUPLICATE_SUSPECTED', "
        + CREATED_AT
        + ", "
        + ID
        + " FROM "
        + numbers()
        + " WHERE MOD(i, 500) = 3";
  }

  private String numbers() {
    return switch (vendor) {
      case H2 -> "(SELECT x AS i FROM SYSTEM_RANGE(1, " + count + ")) numbers";
      case POSTGRESQL -> "generate_series(CAST(1 AS BIGINT), " + count + ") AS numbers(i)";
    };
  }
}
