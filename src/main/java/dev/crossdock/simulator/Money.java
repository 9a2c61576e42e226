package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Money as the partner API has it: a decimal string and an ISO 4217 currency. */
record Money(BigDecimal amount, String currency) {

  static Money euro(BigDecimal amount) {
    return new Money(amount, "EUR");
  }

  ObjectNode toJson() {
    return Json.object().put("amount", amount.toPlainString()).put("currency", currency);
  }
}
