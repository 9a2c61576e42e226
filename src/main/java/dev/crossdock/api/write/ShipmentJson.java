package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer.Booked;
import dev.crossdock.partner.Rate;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a shipment; what is written follows from its version alone. */
public final class ShipmentJson {
  private final PartnerNames names;

  public ShipmentJson(PartnerNames names) {
    this.names = names;
  }

  /**
   * A shipment, or what is left of one that is quarantined.
   *
   * @param id of the shipment
   * @throws IllegalArgumentException when there is none
   */
  public ObjectNode of(String id, ShipmentState state, long version) {
    return switch (state) {
      case Shipment shipment -> write(shipment, version, shipment.status());
      case ShipmentState.Quarantined q -> quarantined(id, q, version);
      case ShipmentState.None none -> throw new IllegalArgumentException("no shipment " + id);
    };
  }

  /** Shipments as their order knows them. */
  static ArrayNode summaries(List<Consignment> consignments) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Consignment consignment : consignments) {
      ShipmentSummary summary = consignment.summary();
      ObjectNode one = json.addObject().put("id", summary.id().value());
      one.put("status", summary.status().name());
      Json.put(one, "carrier", summary.carrier());
      Json.put(one, "service", summary.service());
      Json.put(one, "trackingCode", summary.trackingCode());
      Json.put(one, "trackingUrl", summary.trackingUrl());
      one.put("trackingStatus", summary.trackingStatus().name());
      Json.put(one, "label", TradeJson.label(summary.label()));
      one.set("captured", TradeJson.money(summary.captured()));
      Json.put(one, "cancellationRefused", summary.cancellationRefused());
    }
    return json;
  }

  private ObjectNode quarantined(String id, ShipmentState.Quarantined q, long version) {
    Shipment known = q.lastKnown();
    ObjectNode json =
        known == null
            ? Json.object()
                .put("id", id)
                .put("version", version)
                .put("status", ShipmentStatus.QUARANTINED.name())
            : write(known, version, ShipmentStatus.QUARANTINED);
    json.putObject("statusReason")
        .put("code", "quarantined")
        .put("detail", q.reason())
        .put("by", "crossdock");
    return json;
  }

  private ObjectNode write(Shipment shipment, long version, ShipmentStatus status) {
    ShipmentPlan plan = shipment.plan();
    ObjectNode json =
        Json.object()
            .put("id", shipment.id().value())
            .put("version", version)
            .put("status", status.name())
            .put("orderId", plan.orderId().value())
            .put("reference", plan.reference())
            .put("createdAt", shipment.opened().at().toString())
            .put("updatedAt", shipment.updatedAt().toString());
    writePlan(json, plan);
    Json.put(json, "rate", shipment.candidate().map(ShipmentJson::rate).orElse(null));
    Json.put(json, "booking", booking(shipment.offers().booking()));
    Json.put(json, "fulfillmentStatus", shipment.fulfillment());
    json.set("captured", TradeJson.money(shipment.captured()));
    json.set("tracking", TrackingJson.of(shipment.tracking()));
    ShownSteps steps = ShownSteps.of(shipment);
    json.set("steps", steps.json());
    json.set("waitingFor", steps.waitingFor(names));
    json.set("compensationDebt", Debts.of(shipment.work().ledger()));
    Json.put(json, "cancellationRefused", shipment.recallRefused());
    return json;
  }

  private static void writePlan(ObjectNode json, ShipmentPlan plan) {
    ObjectNode from = json.putObject("shipFrom").put("location", plan.from().code());
    from.set("address", TradeJson.address(plan.from().address()));
    json.set("shipTo", TradeJson.address(plan.to()));
    ArrayNode lines = json.putArray("lines");
    plan.lines()
        .forEach(
            line ->
                lines
                    .addObject()
                    .put("lineId", line.lineId())
                    .put("sku", line.sku())
                    .put("quantity", line.quantity()));
    json.set("weight", TradeJson.weight(plan.weight()));
    json.set("amount", TradeJson.money(plan.amount()));
  }

  private static ObjectNode rate(Rate rate) {
    ObjectNode json = Json.object().put("carrier", rate.carrier()).put("service", rate.service());
    json.set("price", TradeJson.money(rate.price()));
    if (rate.estimatedDays() != null) {
      json.put("estimatedDays", rate.estimatedDays());
    }
    Json.put(json, "deliveryDate", rate.deliveryDate());
    json.put("guaranteed", rate.guaranteed());
    return json;
  }

  private static @Nullable ObjectNode booking(@Nullable Booked booked) {
    if (booked == null) {
      return null;
    }
    ObjectNode json =
        Json.object()
            .put("bookingId", booked.bookingId())
            .put("status", booked.status().name())
            .put("trackingCode", booked.trackingCode());
    Json.put(json, "trackingUrl", booked.trackingUrl());
    Json.put(json, "label", TradeJson.label(booked.label()));
    return json;
  }
}
