package dev.crossdock.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.crossdock.order.AwaitedStep;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.Customer;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.trade.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Writes what the list of orders shows of one, under the names that the order itself has. */
final class OrderSummary {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final Function<PartnerKind, String> names;

  private OrderSummary(JsonGenerator json, Function<PartnerKind, String> names) {
    this.json = json;
    this.names = names;
  }

  /**
   * An item of the list, as JSON.
   *
   * @param names what the partner of a kind is called
   */
  static String of(OrderRow row, Function<PartnerKind, String> names) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new OrderSummary(json, names).write(row);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write(OrderRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", row.last().id().value());
    json.writeNumberField("version", row.last().version());
    json.writeStringField("status", row.status().name());
    Order order = row.known();
    if (order != null) {
      json.writeStringField("reference", order.content().reference());
    }
    json.writeStringField("createdAt", row.createdAt().toString());
    json.writeStringField("updatedAt", row.updatedAt().toString());
    if (order != null) {
      write(order, !row.facets().isEmpty());
    }
    json.writeEndObject();
  }

  private void write(Order order, boolean waits) throws IOException {
    customer(order.content().customer());
    total(order.content().total());
    json.writeStringField("paymentStatus", order.paymentStatus().name());
    json.writeArrayFieldStart("holds");
    for (Hold hold : order.holds()) {
      json.writeStartObject();
      json.writeStringField("reason", hold.reason().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("shipments");
    for (Consignment consignment : order.consignments()) {
      json.writeStartObject();
      json.writeStringField("id", consignment.plan().id().value());
      json.writeStringField("status", consignment.summary().status().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("waitingFor");
    if (waits) {
      for (AwaitedStep awaited : AwaitedStep.of(order)) {
        json.writeStartObject();
        json.writeStringField("step", awaited.step().label());
        json.writeStringField("partner", awaited.partner(names));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** Who that is stays where it is sealed: these rows are for all to read. */
  private void customer(Customer customer) throws IOException {
    json.writeObjectFieldStart("customer");
    json.writeStringField("id", customer.id());
    json.writeEndObject();
  }

  private void total(Money total) throws IOException {
    json.writeObjectFieldStart("total");
    json.writeStringField("amount", total.amount().toPlainString());
    json.writeStringField("currency", total.currency().getCurrencyCode());
    json.writeEndObject();
  }
}
