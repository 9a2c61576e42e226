package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.Customer;
import dev.crossdock.partner.Label;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.Weight;
import org.jspecify.annotations.Nullable;

/** Writes money, addresses and the like. */
final class TradeJson {
  private TradeJson() {}

  static ObjectNode money(Money money) {
    return Json.object()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency().getCurrencyCode());
  }

  static @Nullable ObjectNode moneyIfAny(@Nullable Money money) {
    return money == null ? null : money(money);
  }

  static ObjectNode weight(Weight weight) {
    return Json.object().put("value", weight.value()).put("unit", weight.unit().name());
  }

  static ObjectNode address(Address address) {
    ObjectNode json = Json.object();
    Json.put(json, "name", address.name());
    Json.put(json, "company", address.company());
    json.put("street1", address.street1());
    Json.put(json, "street2", address.street2());
    json.put("city", address.city());
    Json.put(json, "stateCode", address.stateCode());
    json.put("postalCode", address.postalCode()).put("countryCode", address.countryCode());
    Json.put(json, "phone", address.phone());
    Json.put(json, "email", address.email());
    if (address.residential() != null) {
      json.put("residential", address.residential());
    }
    return json;
  }

  static ObjectNode customer(Customer customer) {
    ObjectNode json = Json.object().put("id", customer.id());
    Json.put(json, "name", customer.name());
    Json.put(json, "email", customer.email());
    Json.put(json, "phone", customer.phone());
    return json;
  }

  static @Nullable ObjectNode label(@Nullable Label label) {
    return label == null
        ? null
        : Json.object().put("url", label.url()).put("format", label.format());
  }
}
