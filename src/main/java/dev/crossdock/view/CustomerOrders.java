package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All orders of one customer that the list of orders knows, however many there are. */
public final class CustomerOrders {
  /** Under whatever number the rows were made: an order that any of them knows is one. */
  private static final String SELECT =
      "SELECT DISTINCT order_id FROM order_list WHERE generation IN"
          + " (SELECT generation FROM read_generation UNION SELECT number FROM read_part)"
          + " AND merchant = ? AND customer_id = ? ORDER BY order_id";

  private final ReadStore store;

  public CustomerOrders(ReadSide readSide) {
    this.store = readSide.store();
  }

  /** Their ids, sorted. */
  public CompletionStage<List<OrderId>> of(String merchant, String customer) {
    return store.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, merchant);
            statement.setString(2, customer);
            List<OrderId> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                ids.add(new OrderId(merchant, row.getString(1)));
              }
            }
            return ids;
          }
        });
  }
}
