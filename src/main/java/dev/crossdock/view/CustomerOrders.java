package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All orders of one customer that the list of orders knows, however many there are. */
public final class CustomerOrders {
  private static final String SELECT =
      "SELECT order_id FROM order_list WHERE generation = ? AND merchant = ? AND customer_id = ?"
          + " ORDER BY created_at, order_id";

  private final ReadStore store;
  private final LiveGeneration live;

  public CustomerOrders(ReadSide readSide) {
    this.store = readSide.store();
    this.live = readSide.live();
  }

  /** Oldest first. */
  public CompletionStage<List<OrderId>> of(String merchant, String customer) {
    return store.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, live.on(connection));
            statement.setString(2, merchant);
            statement.setString(3, customer);
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
