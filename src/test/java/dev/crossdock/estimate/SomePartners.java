package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.PartnerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Partners for tests: one of each kind and a second carrier, and how they are. */
public final class SomePartners implements PartnerStatuses {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Map<String, PartnerStatus> all = new TreeMap<>();

  /** Idle, never asked anything. */
  static SomePartners unknown() {
    SomePartners partners = new SomePartners();
    for (PartnerKind kind : PartnerKind.values()) {
      partners.put(idle(kind.label(), kind));
    }
    return partners;
  }

  /** Each call of every one takes as long, give or take nothing. */
  static SomePartners taking(Duration each) {
    SomePartners partners = unknown();
    for (Step step : Step.values()) {
      partners.takes(step, each);
    }
    return partners;
  }

  SomePartners takes(Step step, Duration each) {
    return operation(step, OperationStatus.answering(exactly(each)));
  }

  SomePartners operation(Step step, OperationStatus status) {
    return with(
        step.kind().label(),
        p -> {
          Map<Operation, OperationStatus> each = new EnumMap<>(Operation.class);
          each.putAll(p.operations());
          each.put(Operation.of(step), status);
          return copy(p, p.breaker(), p.queue(), each);
        });
  }

  SomePartners breaker(String partner, BreakerStatus breaker) {
    return with(partner, p -> copy(p, breaker, p.queue(), p.operations()));
  }

  SomePartners queue(String partner, QueueStatus queue) {
    return with(partner, p -> copy(p, p.breaker(), queue, p.operations()));
  }

  private SomePartners with(String partner, UnaryOperator<PartnerStatus> change) {
    all.computeIfPresent(partner, (name, status) -> change.apply(status));
    return this;
  }

  private void put(PartnerStatus status) {
    all.put(status.name(), status);
  }

  static Quantiles exactly(Duration each) {
    Digest digest = new Digest();
    for (int i = 0; i < 100; i++) {
      digest.record(each, NOON.toEpochMilli());
    }
    return digest.quantiles(NOON);
  }

  private static PartnerStatus idle(String name, PartnerKind kind) {
    return new PartnerStatus(
        name, kind, BreakerStatus.closed(NOON), null, 64, 1000, 0, QueueStatus.EMPTY, Map.of());
  }

  private static PartnerStatus copy(
      PartnerStatus p,
      BreakerStatus breaker,
      QueueStatus queue,
      Map<Operation, OperationStatus> operations) {
    return new PartnerStatus(
        p.name(),
        p.kind(),
        breaker,
        p.ratePerSecond(),
        p.concurrencyMax(),
        p.queueMax(),
        p.inFlight(),
        queue,
        operations);
  }

  /** A view of partners: the payment partner is out, and was slow yesterday. */
  public static PartnersView view() {
    SomePartners partners =
        taking(Duration.ofMillis(100))
            .breaker(
                "payment",
                new BreakerStatus(
                    BreakerStatus.State.OPEN, NOON, NOON.minusSeconds(9), NOON.plusSeconds(5)));
    Past.Done slow =
        new Past.Done(exactly(Duration.ofSeconds(2)), new Past.Counts(100, 3, 2, 1, 0));
    Past past = new Past(Map.of("payment", Map.of(Step.AUTHORIZE_PAYMENT, slow)));
    return new PartnersView() {
      @Override
      public String node() {
        return "crossdock@127.0.0.1:1";
      }

      @Override
      public Picture picture() {
        return new Picture(partners, past);
      }
    };
  }

  @Override
  public Collection<PartnerStatus> all() {
    return all.values();
  }

  @Override
  public @Nullable PartnerStatus of(String name) {
    return all.get(name);
  }

  @Override
  public long changes() {
    return 0;
  }
}
