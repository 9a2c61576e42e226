package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Says whether an order smells of fraud; the customer's id decides. */
final class FraudDesk implements Desk {

  @Override
  public List<Operation> operations() {
    return List.of(Operation.ask("checkFraud", "v1/fraud-checks", (call, shelf) -> check(call)));
  }

  private static Done check(Call call) {
    call.body().text("orderId");
    call.body().money("total");
    call.body().address("shipTo");
    return Done.answer(
        200,
        switch (call.body().text("customerId")) {
          case "cus_fraud" -> verdict("REJECT", 0.97).put("reason", "known stolen identity");
          case "cus_fraud_review" -> verdict("REVIEW", 0.6).put("reason", "unusual address");
          default -> verdict("PASS", 0.05);
        });
  }

  private static ObjectNode verdict(String verdict, double score) {
    return Json.object().put("verdict", verdict).put("score", score);
  }
}
