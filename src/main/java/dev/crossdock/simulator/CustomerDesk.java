package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Says whether a customer may buy; the customer's id decides. */
final class CustomerDesk implements Desk {

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.ask("checkCustomer", "v1/customer-checks", (call, shelf) -> check(call)));
  }

  private static Done check(Call call) {
    String customerId = call.body().text("customerId");
    call.body().money("total");
    ObjectNode body = Json.object();
    return Done.answer(
        200,
        switch (customerId) {
          case "cus_declined" -> body.put("verdict", "DECLINED").put("reason", "credit exhausted");
          case "cus_review" -> body.put("verdict", "REVIEW").put("reason", "first large order");
          default -> body.put("verdict", "APPROVED");
        });
  }
}
