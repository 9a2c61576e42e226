package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.Order;
import dev.crossdock.order.Recorded;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes events of an order's journal: a page of them, or one for a stream. */
public final class EventJson {
  private final EventView view;
  private final OrderJson orders;

  public EventJson(EventView view, OrderJson orders) {
    this.view = view;
    this.orders = orders;
  }

  /** A page. {@code hasMore} says whether there are further events behind it. */
  public ObjectNode page(List<Recorded> events, boolean hasMore) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    events.forEach(event -> items.add(event(event)));
    if (hasMore) {
      json.put("nextCursor", Long.toString(events.getLast().version()));
    } else {
      json.putNull("nextCursor");
    }
    return json;
  }

  /** The name of its kind. */
  public String type(Recorded recorded) {
    return view.type(recorded.event());
  }

  /**
   * The event, and how far the order is with it.
   *
   * @param isNews whether the order is still so; else it is not told when it will be there
   */
  public JsonNode streamed(Recorded recorded, boolean isNews) {
    ObjectNode json = Json.object();
    json.set("event", event(recorded));
    json.set(
        "order",
        isNews
            ? orders.progress(recorded.after(), recorded.version())
            : orders.past(recorded.after(), recorded.version()));
    return json;
  }

  /** How far the order is, when only that has changed what is expected of it. */
  public JsonNode estimated(Order order, long version) {
    ObjectNode json = Json.object();
    json.set("order", orders.progress(order, version));
    return json;
  }

  /** From where on several orders are told again, after something was left out. */
  public JsonNode resync(Map<OrderId, Long> at) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("orders");
    byValue(at).forEach((id, v) -> items.addObject().put("id", id).put("version", v));
    return json;
  }

  private static Map<String, Long> byValue(Map<OrderId, Long> at) {
    Map<String, Long> sorted = new TreeMap<>();
    at.forEach((id, version) -> sorted.put(id.value(), version));
    return sorted;
  }

  private ObjectNode event(Recorded recorded) {
    ObjectNode json =
        Json.object()
            .put("version", recorded.version())
            .put("type", view.type(recorded.event()))
            .put("occurredAt", recorded.event().at().toString());
    json.set("data", view.data(recorded.event()));
    return json;
  }
}
