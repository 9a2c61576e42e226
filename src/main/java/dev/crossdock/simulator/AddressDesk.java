package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Says of an address whether it can be delivered to; the postal code decides. */
final class AddressDesk implements Desk {

  private static final String INVALID = "99999";
  private static final String CORRECTED = "88888";

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.ask("validateAddress", "v1/address-validations", (call, shelf) -> check(call)));
  }

  private static Done check(Call call) {
    Address address = call.body().address("address");
    return switch (address.postalCode()) {
      case INVALID -> verdict("INVALID", address.json(), "no such postal code");
      case CORRECTED ->
          verdict(
              "CORRECTED",
              address.json().deepCopy().put("postalCode", "00100"),
              "the postal code was mended");
      default -> Done.answer(200, told("VALID", address.json()));
    };
  }

  private static Done verdict(String verdict, ObjectNode address, String message) {
    ObjectNode body = told(verdict, address);
    body.putArray("messages").add(message);
    return Done.answer(200, body);
  }

  private static ObjectNode told(String verdict, ObjectNode address) {
    ObjectNode body = Json.object().put("verdict", verdict);
    body.set("address", address);
    return body;
  }
}
