package dev.crossdock.partner.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.partner.Ask;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.Parcel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request bodies of the partner API. What is absent is left out, never written as null. */
final class Bodies {
  private Bodies() {}

  static ObjectNode of(Ask.ValidateAddress ask) {
    return Json.object().set("address", address(ask.address()));
  }

  static ObjectNode of(Ask.CheckCustomer ask) {
    ObjectNode body = Json.object().put("customerId", ask.customerId());
    return body.set("total", money(ask.total()));
  }

  static ObjectNode of(Ask.CheckFraud ask) {
    ObjectNode body = Json.object().put("orderId", ask.orderId().value());
    body.put("customerId", ask.customerId());
    body.set("total", money(ask.total()));
    return body.set("shipTo", address(ask.shipTo()));
  }

  static ObjectNode of(Ask.ReserveInventory ask) {
    ObjectNode body = Json.object().put("orderId", ask.orderId().value());
    addLines(body, ask.lines());
    return body.set("shipTo", address(ask.shipTo()));
  }

  static ObjectNode of(Ask.AuthorizePayment ask) {
    ObjectNode body = Json.object().put("orderId", ask.orderId().value());
    body.set("amount", money(ask.amount()));
    return body.put("paymentMethod", ask.paymentMethod()).put("customerId", ask.customerId());
  }

  static ObjectNode of(Ask.CapturePayment ask) {
    return Json.object().set("amount", money(ask.amount()));
  }

  static ObjectNode of(Ask.RefundPayment ask) {
    ObjectNode body = Json.object().set("amount", money(ask.amount()));
    return with(body, "reason", ask.reason());
  }

  static ObjectNode of(Ask.QuoteRates ask) {
    ObjectNode body = Json.object().put("shipmentId", ask.shipmentId().value());
    addWay(body, ask.from(), ask.to(), ask.parcels());
    return with(body, "deliverBy", ask.deliverBy());
  }

  static ObjectNode of(Ask.BookShipment ask) {
    ObjectNode body = Json.object().put("shipmentId", ask.shipmentId().value());
    body.put("rateId", ask.rateId());
    addWay(body, ask.from(), ask.to(), ask.parcels());
    return with(body, "reference", ask.reference());
  }

  static ObjectNode of(Ask.ReleaseFulfillment ask) {
    ObjectNode body = Json.object().put("orderId", ask.orderId().value());
    body.put("shipmentId", ask.shipmentId().value()).put("location", ask.location());
    addLines(body, ask.lines());
    with(body, "trackingCode", ask.trackingCode());
    return with(body, "labelUrl", ask.labelUrl());
  }

  static ObjectNode of(Ask.Notify ask) {
    ObjectNode body = Json.object().put("orderId", ask.orderId().value());
    body.put("template", ask.template()).put("to", ask.to());
    ObjectNode data = body.putObject("data");
    ask.data().forEach(data::put);
    return body;
  }

  private static void addWay(ObjectNode body, Address from, Address to, List<Parcel> parcels) {
    body.set("shipFrom", address(from));
    body.set("shipTo", address(to));
    ArrayNode array = body.putArray("parcels");
    for (Parcel parcel : parcels) {
      ObjectNode weight = array.addObject().putObject("weight");
      weight.put("value", parcel.weight().value()).put("unit", parcel.weight().unit().name());
    }
  }

  private static void addLines(ObjectNode body, List<LineQuantity> lines) {
    ArrayNode array = body.putArray("lines");
    for (LineQuantity line : lines) {
      ObjectNode node = array.addObject().put("lineId", line.lineId());
      node.put("sku", line.sku()).put("quantity", line.quantity());
    }
  }

  private static ObjectNode money(Money money) {
    ObjectNode node = Json.object().put("amount", money.amount().toPlainString());
    return node.put("currency", money.currency().getCurrencyCode());
  }

  private static ObjectNode address(Address address) {
    ObjectNode node = Json.object();
    with(node, "name", address.name());
    with(node, "company", address.company());
    node.put("street1", address.street1());
    with(node, "street2", address.street2());
    node.put("city", address.city());
    with(node, "stateCode", address.stateCode());
    node.put("postalCode", address.postalCode()).put("countryCode", address.countryCode());
    with(node, "phone", address.phone());
    with(node, "email", address.email());
    if (address.residential() != null) {
      node.put("residential", address.residential());
    }
    return node;
  }

  private static ObjectNode with(ObjectNode node, String name, @Nullable Object value) {
    return value == null ? node : node.put(name, value.toString());
  }
}
