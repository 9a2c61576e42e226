package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the list of orders, what they are to be found by, how many there are of each status, and
 * what happened in each minute. Of several changes of one order only the last is written.
 */
final class OrdersProjector implements Projector {
  private final OrderRows rows;
  private final OrderFacets facets;
  private final OrderCounts counts;
  private final OrderMinutes minutes;
  private final Function<PartnerKind, String> names;

  /**
   * @param names what the partner of a kind is called
   * @param anew whether what is stored of an order beside its row is not trusted
   */
  OrdersProjector(int generation, Function<PartnerKind, String> names, boolean anew) {
    this.rows = new OrderRows(generation, names);
    this.facets = new OrderFacets(generation, names, anew);
    this.counts = new OrderCounts(generation);
    this.minutes = new OrderMinutes(generation);
    this.names = names;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public void apply(Connection connection, List<Change> changes) throws SQLException {
    Map<OrderId, List<Change.OfOrder>> byOrder = byOrder(changes);
    if (byOrder.isEmpty()) {
      return;
    }
    Map<OrderId, Moved.Stored> stored = rows.stored(connection, byOrder.keySet());
    List<Moved> moved = new ArrayList<>();
    byOrder.forEach(
        (id, all) -> {
          Moved.Stored was = stored.get(id);
          if (was == null || isNews(all.getLast(), was)) {
            moved.add(moved(all, was));
          }
        });
    rows.write(connection, moved);
    facets.write(connection, moved);
    counts.write(connection, moved);
    minutes.write(connection, moved);
  }

  /** What could not be read may be readable by now, without a new version. */
  private static boolean isNews(Change.OfOrder last, Moved.Stored was) {
    return last.version() > was.version()
        || (last.version() == was.version() && was.status() == OrderStatus.QUARANTINED);
  }

  private Moved moved(List<Change.OfOrder> all, Moved.@Nullable Stored was) {
    long known = was == null ? 0 : was.version();
    List<Change.OfOrder> fresh = all.stream().filter(it -> it.version() > known).toList();
    return new Moved(was, fresh, OrderRow.of(all.getLast(), names));
  }

  private static Map<OrderId, List<Change.OfOrder>> byOrder(List<Change> changes) {
    Map<OrderId, List<Change.OfOrder>> byOrder = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.OfOrder of) {
        byOrder.computeIfAbsent(of.id(), any -> new ArrayList<>()).add(of);
      }
    }
    return byOrder;
  }
}
