package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** Takes authorized money and gives captured money back, never more than there is. */
final class Till {

  private static final String AUTHORIZATION_ID = "authorizationId";

  private Till() {}

  static Done capture(Call call, Shelf shelf) {
    Entry authorization = shelf.need(call, EffectKind.AUTHORIZATION);
    Money amount = amount(call, authorization);
    if (!authorization.is("AUTHORIZED")) {
      throw Refusal.conflict("not-authorized", "it is " + authorization.status());
    }
    if (amount.amount().compareTo(left(authorization)) > 0) {
      throw Refusal.unprocessable("over-capture", "only " + left(authorization) + " is left");
    }
    String id = Ids.next("cap");
    Entry capture =
        Entry.of(call, EffectKind.CAPTURE, id, authorization.about(), "CAPTURED")
            .told(body("captureId", id, amount))
            .remembering(Map.of(AUTHORIZATION_ID, authorization.ref()))
            .with(Sums.of(amount).capture(amount.amount()));
    Entry rest = authorization.with(sums(authorization).capture(amount.amount()));
    return Done.answer(201, capture.toldNow(), capture, rest);
  }

  static Done refund(Call call, Shelf shelf) {
    Entry capture = shelf.need(call, EffectKind.CAPTURE);
    Money amount = amount(call, capture);
    BigDecimal left = sums(capture).captured().subtract(sums(capture).refunded());
    if (amount.amount().compareTo(left) > 0) {
      throw Refusal.unprocessable("over-refund", "only " + left + " is left");
    }
    String id = Ids.next("ref");
    Entry refund =
        Entry.of(call, EffectKind.REFUND, id, capture.about(), "REFUNDED")
            .told(body("refundId", id, amount))
            .with(Sums.of(amount));
    Entry source = authorizationOf(capture, shelf);
    return Done.answer(
        201,
        refund.toldNow(),
        refund,
        capture.with(sums(capture).refund(amount.amount())),
        source.with(sums(source).refund(amount.amount())));
  }

  private static Entry authorizationOf(Entry capture, Shelf shelf) {
    String id = String.valueOf(capture.memo().get(AUTHORIZATION_ID));
    return shelf
        .find(EffectKind.AUTHORIZATION, id)
        .orElseThrow(() -> Refusal.unknown("authorization", id));
  }

  static Money amount(Call call) {
    Money amount = call.body().money("amount");
    if (amount.amount().signum() <= 0) {
      throw Refusal.unprocessable("amount-too-small", "it must be above zero");
    }
    return amount;
  }

  private static Money amount(Call call, Entry source) {
    Money amount = amount(call);
    if (!amount.currency().equals(sums(source).currency())) {
      throw Refusal.unprocessable("other-currency", "it is in " + sums(source).currency());
    }
    return amount;
  }

  /** What of an authorization is not captured yet. */
  static BigDecimal left(Entry authorization) {
    return sums(authorization).amount().subtract(sums(authorization).captured());
  }

  private static Sums sums(Entry entry) {
    return Objects.requireNonNull(entry.sums(), "an entry of money has sums");
  }

  private static ObjectNode body(String idName, String id, Money amount) {
    ObjectNode body = Json.object().put(idName, id);
    body.set("amount", amount.toJson());
    return body;
  }
}
