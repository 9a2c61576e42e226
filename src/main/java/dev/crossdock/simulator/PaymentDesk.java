package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Authorizes and voids; the token of the means of payment decides. */
final class PaymentDesk implements Desk {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final EffectKind KIND = EffectKind.AUTHORIZATION;

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.change("authorizePayment", "v1/authorizations", (call, shelf) -> begin(call)),
        Operation.get(
            "findAuthorization", "v1/authorizations", (call, shelf) -> shelf.lookUp(call, KIND)),
        Operation.change(
            "voidAuthorization",
            "v1/authorizations/{authorizationId}/void",
            (call, shelf) -> end(call, shelf.need(call, KIND))),
        Operation.change(
            "capturePayment", "v1/authorizations/{authorizationId}/captures", Till::capture),
        Operation.get(
            "findCapture", "v1/captures", (call, shelf) -> shelf.lookUp(call, EffectKind.CAPTURE)),
        Operation.change("refundPayment", "v1/captures/{captureId}/refunds", Till::refund));
  }

  private static Done begin(Call call) {
    About about = About.order(call.body().text("orderId"));
    Money amount = Till.amount(call);
    return switch (call.body().text("paymentMethod")) {
      case "tok_declined" ->
          throw Refusal.of(402, "payment-declined", "The payment was declined", "by the issuer");
      case "tok_pending" -> pending(call, about, amount, "AUTHORIZED");
      case "tok_pending_declined" -> pending(call, about, amount, "DECLINED");
      default -> answer(authorization(call, about, amount, "AUTHORIZED"));
    };
  }

  private static Done pending(Call call, About about, Money amount, String verdict) {
    return answer(
        authorization(call, about, amount, "PENDING")
            .planning(Pace.plan(call.now(), call.pace().verdict(), List.of(verdict))));
  }

  private static Done answer(Entry entry) {
    return Done.answer(201, entry.toldNow(), entry);
  }

  private static Entry authorization(Call call, About about, Money amount, String status) {
    String id = Ids.next("auth");
    ObjectNode body = Json.object().put("authorizationId", id);
    body.set("amount", amount.toJson());
    body.put("expiresAt", call.now().plus(KEPT).toString());
    return Entry.of(call, KIND, id, about, status).told(body).with(Sums.of(amount));
  }

  /** What is authorized and not yet captured is let go. */
  private static Done end(Call call, Entry entry) {
    if (!entry.is("AUTHORIZED") && !entry.is("PENDING")) {
      return Done.answer(200, entry.toldNow());
    }
    if (Till.left(entry).signum() == 0) {
      throw Refusal.conflict("already-captured", "it was captured in full");
    }
    Entry voided = entry.planning(List.of()).become("VOIDED", call.now());
    return Done.answer(200, voided.toldNow(), voided);
  }

  @Override
  public Turn due(Entry entry, Shelf shelf) {
    Entry decided = entry.unfold();
    return Turn.told(Tiding.of(decided, "authorization.updated", decided.toldNow()), decided);
  }
}
