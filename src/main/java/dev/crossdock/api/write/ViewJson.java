package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.view.Dated;
import dev.crossdock.view.OrderPage;
import dev.crossdock.view.OrderStats;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes answers of the read side, each with how fresh it is. */
public final class ViewJson {
  private ViewJson() {}

  /**
   * A page of the list of orders; its items are JSON already.
   *
   * @param nextCursor absent behind the last
   */
  public static ObjectNode page(Dated<OrderPage> page, @Nullable String nextCursor) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    page.answer().items().forEach(item -> items.addRawValue(new RawValue(item)));
    json.put("nextCursor", nextCursor);
    return dated(json, page);
  }

  /** The numbers. */
  public static ObjectNode stats(Dated<OrderStats> stats) {
    ObjectNode json = Json.object();
    ObjectNode orders = json.putObject("orders");
    for (OrderStatus status : OrderStatus.values()) {
      orders.put(status.name(), stats.answer().orders().getOrDefault(status, 0L));
    }
    ObjectNode throughput = json.putObject("throughput");
    throughput.set("lastMinute", throughput(stats.answer().lastMinute()));
    throughput.set("last15Minutes", throughput(stats.answer().last15Minutes()));
    OrderStats.Confirmations confirmations = stats.answer().confirmations();
    ObjectNode times = json.putObject("timeToConfirmation").put("count", confirmations.count());
    put(times, "p50Millis", confirmations.p50Millis());
    put(times, "p90Millis", confirmations.p90Millis());
    return dated(json, stats);
  }

  private static ObjectNode throughput(OrderStats.Throughput throughput) {
    return Json.object()
        .put("receivedPerSecond", throughput.received())
        .put("confirmedPerSecond", throughput.confirmed())
        .put("deliveredPerSecond", throughput.delivered());
  }

  private static void put(ObjectNode in, String name, OptionalLong value) {
    if (value.isPresent()) {
      in.put(name, value.getAsLong());
    }
  }

  private static ObjectNode dated(ObjectNode json, Dated<?> answer) {
    return json.put("asOf", answer.asOf().toString()).put("lagMillis", answer.lagMillis());
  }
}
