package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.personal.Certificate;
import dev.crossdock.trade.OrderId;
import java.util.List;

/** Writes the certificate that a customer was forgotten. */
public final class ErasureJson {
  private ErasureJson() {}

  /**
   * The certificate.
   *
   * @param inClear orders that could not be erased
   */
  public static ObjectNode of(Certificate certificate, List<OrderId> inClear) {
    ObjectNode json =
        Json.object()
            .put("certificateId", certificate.id())
            .put("customerId", certificate.customer())
            .put("erasedAt", certificate.erasedAt().toString())
            .put("orders", certificate.orders());
    ArrayNode keys = json.putArray("keys");
    certificate
        .keys()
        .forEach(it -> keys.addObject().put("keyId", it.key()).put("orderId", it.order().value()));
    if (!inClear.isEmpty()) {
      ArrayNode left = json.putArray("ordersInClear");
      inClear.forEach(id -> left.add(id.value()));
    }
    return json;
  }
}
