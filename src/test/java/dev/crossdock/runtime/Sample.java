package dev.crossdock.runtime;

import dev.crossdock.flow.Flow;
import dev.crossdock.order.Customer;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderLine;
import dev.crossdock.order.ShippingTerms;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Settings, and an order, for tests. */
final class Sample {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final OrderId ID = new OrderId("default", "ord_1");

  private Sample() {}

  /** One partner of each kind, named like it, and a second carrier. */
  static Settings settings(Map<String, Object> more) {
    Map<String, Object> told = new HashMap<>(more);
    for (PartnerKind kind : PartnerKind.values()) {
      told.put("crossdock.partners." + kind.label() + ".kind", kind.label());
      told.put("crossdock.partners." + kind.label() + ".base-url", "http://localhost:1");
    }
    told.put("crossdock.partners.parcelwolf.kind", "carrier");
    told.put("crossdock.partners.parcelwolf.base-url", "http://localhost:1");
    try {
      return Settings.load(null, told, Map.of());
    } catch (SettingsException wrong) {
      throw new AssertionError(wrong);
    }
  }

  static Flow flow() {
    return Objects.requireNonNull(settings(Map.of()).flows().get("parcel"));
  }

  static OrderCommand.Place place() {
    return place(ID);
  }

  static OrderCommand.Place place(OrderId id) {
    return new OrderCommand.Place(id, "print-1", content("PO-" + id.value()), flow());
  }

  static Address home() {
    return new Address(
        "Ada", null, "Street 1", null, "Helsinki", null, "00100", "FI", null, null, null);
  }

  /** Where things are kept. */
  static Address depot() {
    return new Address(
        null, "Depot", "Dock 7", null, "Helsinki", null, "00150", "FI", null, null, null);
  }

  /** Two of a thing for 39.80 EUR, and 4.90 for shipping. */
  static OrderContent content(String reference) {
    return new OrderContent(
        reference,
        new Customer("cus_1", "Ada", "ada@example.com", null),
        List.of(
            new OrderLine("1", "SKU-1", null, 2, Money.of("19.90", "EUR"), null, null, null, null)),
        home(),
        new ShippingTerms(Money.of("4.90", "EUR"), null, null),
        Money.of("0", "EUR"),
        Money.of("0", "EUR"),
        "tok_visa",
        OrderContent.Priority.NORMAL,
        null,
        Map.of());
  }
}
