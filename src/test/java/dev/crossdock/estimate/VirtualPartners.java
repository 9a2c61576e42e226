package dev.crossdock.estimate;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Partners in virtual time whose calls take log-normally long, and one gateway each, which times
 * them. One of them, the payment partner, may become slow or go out.
 */
final class VirtualPartners implements PartnerStatuses {
  private static final double SPREAD = 0.4;
  private static final Duration OPENS_AFTER = Duration.ofSeconds(2);
  private static final Duration OPEN = Duration.ofSeconds(5);

  private final VirtualTime time;
  private final Random random;
  private final Map<PartnerKind, Map<Operation, Digest>> calls = new EnumMap<>(PartnerKind.class);
  private final Map<Step, Digest> steps = new EnumMap<>(Step.class);
  private final Map<String, PartnerStatus> shown = new TreeMap<>();
  private Past past = Past.NONE;
  private Duration slowFrom = Duration.ofDays(1);
  private Duration outFrom = Duration.ofDays(1);
  private Duration outTo = Duration.ofDays(1);
  private BreakerStatus breaker = BreakerStatus.closed(SomePartners.NOON);

  VirtualPartners(VirtualTime time, long seed) {
    this.time = time;
    this.random = new Random(seed);
    show();
  }

  /** From then on the payment partner takes five times as long. */
  void slow(Duration from) {
    slowFrom = from;
  }

  /** Between the two nobody answers at the payment partner. */
  void out(Duration from, Duration to) {
    outFrom = from;
    outTo = to;
  }

  /** Something that takes about as long. */
  Duration about(Duration median) {
    double factor = Math.exp(random.nextGaussian() * SPREAD);
    return Duration.ofNanos((long) (median.toNanos() * factor));
  }

  double jitter() {
    return random.nextDouble();
  }

  /** Makes a call. */
  void call(Call call, Consumer<Outcome> then) {
    boolean payment = call.ask().kind() == PartnerKind.PAYMENT;
    if (payment && isOut()) {
      fail(then);
      return;
    }
    if (payment && breaker.outSince() != null) {
      breaker = BreakerStatus.closed(time.now());
    }
    boolean slow = payment && time.passed().compareTo(slowFrom) > 0;
    Duration took = about(median(call.id()).multipliedBy(slow ? 5 : 1));
    PartnerCall.Mode mode =
        call.errand() == Call.Errand.DO ? PartnerCall.Mode.DO : PartnerCall.Mode.LOOK_UP;
    Operation operation =
        Operation.of(new PartnerCall(call.ask(), call.key(), mode, call.deadline()));
    time.after(
        took,
        () -> {
          calls
              .computeIfAbsent(call.ask().kind(), any -> new EnumMap<>(Operation.class))
              .computeIfAbsent(operation, any -> new Digest())
              .record(took, time.now().toEpochMilli());
          then.accept(
              mode == PartnerCall.Mode.DO
                  ? new Outcome.Succeeded(VirtualAnswers.to(call.ask()))
                  : SomeAnswers.nothingThere());
        });
  }

  private boolean isOut() {
    return time.passed().compareTo(outFrom) > 0 && time.passed().compareTo(outTo) < 0;
  }

  /** The breaker opens after a while, and looks every now and then whether the partner is back. */
  private void fail(Consumer<Outcome> then) {
    boolean open = time.passed().compareTo(outFrom.plus(OPENS_AFTER)) > 0;
    Instant until = breaker.halfOpenAt();
    if (open && (until == null || time.now().isAfter(until))) {
      Instant since = breaker.outSince() == null ? time.now() : breaker.outSince();
      breaker =
          new BreakerStatus(BreakerStatus.State.OPEN, time.now(), since, time.now().plus(OPEN));
    }
    Reach reach = open ? Reach.HELD_BACK : Reach.NOT_ACTED_ON;
    Outcome outcome = new Outcome.Unanswered(reach, "out", open ? OPEN : null);
    time.after(Duration.ofMillis(1), () -> then.accept(outcome));
  }

  private static Duration median(CallId id) {
    return switch (id.step()) {
      case VALIDATE_ADDRESS -> Duration.ofMillis(120);
      case CHECK_CUSTOMER, CHECK_FRAUD -> Duration.ofMillis(150);
      case RESERVE_INVENTORY -> Duration.ofMillis(250);
      case AUTHORIZE_PAYMENT -> Duration.ofMillis(400);
      case QUOTE_RATES, BOOK_SHIPMENT, RELEASE_FULFILLMENT -> Duration.ofMillis(200);
      case CAPTURE_PAYMENT, TRACK, NOTIFY -> Duration.ofMillis(100);
    };
  }

  /** What the journal has of a step that is done. */
  void done(Step step, Duration took) {
    steps.computeIfAbsent(step, any -> new Digest()).record(took, time.now().toEpochMilli());
  }

  Picture picture() {
    return new Picture(this, past);
  }

  /** As the gateways' snapshots and the journal's statistics are brought up to date. */
  void show() {
    for (PartnerKind kind : PartnerKind.values()) {
      Map<Operation, OperationStatus> each = new EnumMap<>(Operation.class);
      calls
          .getOrDefault(kind, Map.of())
          .forEach(
              (operation, digest) -> {
                Quantiles took = digest.quantiles(time.now());
                each.put(operation, OperationStatus.answering(took));
              });
      shown.put(kind.label(), status(kind, each));
    }
    Map<String, Map<Step, Past.Done>> all = new TreeMap<>();
    steps.forEach(
        (step, digest) ->
            all.computeIfAbsent(step.kind().label(), any -> new EnumMap<>(Step.class))
                .put(step, new Past.Done(digest.quantiles(time.now()), Past.Counts.NONE)));
    past = new Past(all);
  }

  private PartnerStatus status(PartnerKind kind, Map<Operation, OperationStatus> each) {
    return new PartnerStatus(
        kind.label(),
        kind,
        kind == PartnerKind.PAYMENT ? breaker : BreakerStatus.closed(SomePartners.NOON),
        null,
        64,
        1000,
        0,
        QueueStatus.EMPTY,
        each);
  }

  @Override
  public Collection<PartnerStatus> all() {
    return shown.values();
  }

  @Override
  public @Nullable PartnerStatus of(String name) {
    return shown.get(name);
  }

  @Override
  public long changes() {
    return 0;
  }
}
