package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.AuthorizationStatus;
import dev.crossdock.partner.Answer.CaptureStatus;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The payment partner. */
final class Bank {
  static final String NAME = "payment";

  private final World world;
  private final Dice dice;
  private final Map<String, Answer.Authorized> byKey = new LinkedHashMap<>();
  private final Map<String, Answer.Captured> captures = new LinkedHashMap<>();
  private final Map<String, Money> taken = new LinkedHashMap<>();

  Bank(World world) {
    this.world = world;
    dice = world.dice();
  }

  Outcome authorize(String key, Money amount) {
    if (dice.happens(Chance.SAYS_NO)) {
      return new Outcome.Refused("payment-declined", "no");
    }
    boolean later = dice.happens(Chance.TELLS_LATER);
    Money said = dice.happens(Chance.IMPLAUSIBLE) ? amount.plus(amount) : amount;
    AuthorizationStatus status =
        later ? AuthorizationStatus.PENDING : AuthorizationStatus.AUTHORIZED;
    var authorized = new Answer.Authorized("aut-" + (byKey.size() + 1), status, said, null);
    byKey.put(key, authorized);
    if (later) {
      world.after(dice.upToMillis(3_600_000), () -> settle(key));
    }
    return new Outcome.Succeeded(authorized);
  }

  private void settle(String key) {
    var authorized = byKey.get(key);
    if (authorized != null && authorized.status() == AuthorizationStatus.PENDING) {
      boolean no = dice.happens(Chance.SAYS_NO);
      var next = in(authorized, no ? AuthorizationStatus.DECLINED : AuthorizationStatus.AUTHORIZED);
      byKey.put(key, next);
      world.callBack(NAME, new Update.AuthorizationUpdated(next));
    }
  }

  Outcome release(String ref) {
    if (taken.containsKey(ref)) {
      return new Outcome.Refused("captured", "already captured");
    }
    byKey.replaceAll(
        (key, a) -> a.authorizationId().equals(ref) ? in(a, AuthorizationStatus.VOIDED) : a);
    return new Outcome.Succeeded(authorization(ref));
  }

  Outcome capture(String key, Ask.CapturePayment ask) {
    var authorization = authorization(ask.authorizationId());
    Money before = taken.getOrDefault(ask.authorizationId(), Money.zero(ask.amount().currency()));
    Money after = before.plus(ask.amount());
    if (authorization.status() != AuthorizationStatus.AUTHORIZED
        || after.exceeds(authorization.amount())) {
      throw new AssertionError("captured " + after + " of " + authorization);
    }
    taken.put(ask.authorizationId(), after);
    var status = dice.oneIn(4) ? CaptureStatus.PENDING : CaptureStatus.CAPTURED;
    var captured = new Answer.Captured("cap-" + (captures.size() + 1), status, ask.amount());
    captures.put(key, captured);
    return new Outcome.Succeeded(captured);
  }

  private Answer.Authorized authorization(String ref) {
    return byKey.values().stream()
        .filter(a -> a.authorizationId().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private static Answer.Authorized in(Answer.Authorized a, AuthorizationStatus status) {
    return new Answer.Authorized(a.authorizationId(), status, a.amount(), null);
  }

  Optional<Answer> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Answer> findCapture(String key) {
    return Optional.ofNullable(captures.get(key));
  }

  /** Authorizations that block somebody's money. */
  Set<String> open() {
    return byKey.values().stream()
        .filter(
            a ->
                a.status() == AuthorizationStatus.AUTHORIZED
                    || a.status() == AuthorizationStatus.PENDING)
        .map(Answer.Authorized::authorizationId)
        .collect(Collectors.toSet());
  }

  /** What was captured in all. */
  Optional<Money> taken() {
    return taken.values().stream().reduce(Money::plus);
  }

  int captures() {
    return captures.size();
  }
}
