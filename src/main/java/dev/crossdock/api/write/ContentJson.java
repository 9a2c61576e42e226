package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.LineQuantities;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderLine;
import java.util.TreeMap;

/** Writes what was ordered, and where each piece of it is. */
final class ContentJson {
  private ContentJson() {}

  static void write(ObjectNode json, Order order) {
    OrderContent content = order.content();
    json.put("priority", content.priority().name());
    Json.put(json, "releaseAt", content.releaseAt());
    json.set("customer", TradeJson.customer(content.customer()));
    ArrayNode lines = json.putArray("lines");
    content.lines().forEach(line -> lines.add(line(line, order.quantities(line))));
    json.set("shipTo", TradeJson.address(order.shipTo()));
    ObjectNode shipping = json.putObject("shipping");
    shipping.set("price", TradeJson.money(content.shipping().price()));
    Json.put(shipping, "deliverBy", content.shipping().deliverBy());
    Json.put(shipping, "maxCost", TradeJson.moneyIfAny(content.shipping().maxCost()));
    json.set("tax", TradeJson.money(content.tax()));
    json.set("discount", TradeJson.money(content.discount()));
    json.set("total", TradeJson.money(content.total()));
    ObjectNode metadata = json.putObject("metadata");
    new TreeMap<>(content.metadata()).forEach(metadata::put);
  }

  private static ObjectNode line(OrderLine line, LineQuantities quantities) {
    ObjectNode json = Json.object().put("lineId", line.lineId()).put("sku", line.sku());
    Json.put(json, "description", line.description());
    json.put("quantity", line.quantity());
    json.set("unitPrice", TradeJson.money(line.unitPrice()));
    Json.put(json, "weight", line.weight() == null ? null : TradeJson.weight(line.weight()));
    Json.put(json, "gtin", line.gtin());
    Json.put(json, "hsCode", line.hsCode());
    Json.put(json, "originCountry", line.originCountry());
    json.putObject("quantities")
        .put("ordered", quantities.ordered())
        .put("open", quantities.open())
        .put("allocated", quantities.allocated())
        .put("backordered", quantities.backordered())
        .put("released", quantities.released())
        .put("shipped", quantities.shipped())
        .put("delivered", quantities.delivered())
        .put("cancelled", quantities.cancelled());
    return json;
  }
}
