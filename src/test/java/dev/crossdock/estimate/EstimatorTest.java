package dev.crossdock.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.estimate.BreakerStatus.State;
import dev.crossdock.estimate.Eta.Basis;
import dev.crossdock.estimate.Eta.Expected;
import dev.crossdock.flow.Step;
import dev.crossdock.order.EstimatedOrders;
import dev.crossdock.order.Order;
import dev.crossdock.order.SomeOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;

/** What is said of an order: the longest way before it, and what stands in that way. */
class EstimatorTest {
  private static final Instant NOW = SomeOrder.NOON;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final TemporalUnitWithinOffset NEARLY =
      new TemporalUnitWithinOffset(60, ChronoUnit.MILLIS);

  private final SomePartners partners = SomePartners.taking(SECOND);
  private Past past = Past.NONE;

  @Test
  void addsUpTheLongestWayAndNotAllSteps() {
    Eta.Span confirmation = confirmation(EstimatedOrders.placed());
    assertThat(confirmation.p50()).isCloseTo(NOW.plusSeconds(3), NEARLY);
    assertThat(confirmation.basis()).isEqualTo(Basis.MEASURED);
    assertThat(confirmation.samples()).isEqualTo(100);
  }

  @Test
  void leavesOutWhatIsDoneAndWhatHasPassedOfWhatIsUnderWay() {
    partners.takes(Step.AUTHORIZE_PAYMENT, SECOND.multipliedBy(4));
    Order order = EstimatedOrders.readyToPay();
    assertThat(confirmation(order).p50()).isCloseTo(NOW.plusSeconds(4), NEARLY);
    Expected later = expected(order, NOW.plusSeconds(3));
    assertThat(Objects.requireNonNull(later.confirmation()).p50())
        .isCloseTo(NOW.plusSeconds(4), NEARLY);
  }

  @Test
  void isTheSameForTheSameOrderAndMoment() {
    Order order = EstimatedOrders.placed();
    assertThat(estimate(order, NOW)).isEqualTo(estimate(order, NOW));
  }

  @Test
  void waitsBehindTheQueue() {
    Instant earlier = NOW.minusSeconds(60);
    partners.queue("payment", new QueueStatus(640, List.of(earlier, earlier)));
    assertThat(confirmation(EstimatedOrders.readyToPay()).p50())
        .isCloseTo(NOW.plusSeconds(11), new TemporalUnitWithinOffset(200, ChronoUnit.MILLIS));
    partners.queue("payment", new QueueStatus(640, List.of(NOW.plusSeconds(60))));
    assertThat(confirmation(EstimatedOrders.readyToPay()).p50())
        .isCloseTo(NOW.plusSeconds(1), NEARLY);
  }

  @Test
  void waitsAtLeastUntilAnOpenBreakerLooksAgain() {
    Eta.Span before = confirmation(EstimatedOrders.placed());
    partners.breaker(
        "payment", new BreakerStatus(State.OPEN, NOW, NOW.minusSeconds(20), NOW.plusSeconds(30)));
    Eta.Span after = confirmation(EstimatedOrders.placed());
    assertThat(after.p50()).isAfter(NOW.plusSeconds(30));
    assertThat(after.p90()).isAfter(before.p90().plusSeconds(60));
  }

  @Test
  void takesOneWhoAnswersNobodyForOut() {
    Quantiles took = SomePartners.exactly(SECOND);
    Instant silent = NOW.minusSeconds(60);
    partners.operation(
        Step.AUTHORIZE_PAYMENT, new OperationStatus(took, took, took, Mix.NONE, 1, silent));
    Eta.Span span = confirmation(EstimatedOrders.readyToPay());
    assertThat(span.p50()).isAfter(NOW.plusSeconds(50));
    assertThat(span.p90()).isAfter(NOW.plusSeconds(400));
  }

  @Test
  void waitsForTheNextTry() {
    Order order = EstimatedOrders.payingAgainAfter(Duration.ofSeconds(2));
    Instant due =
        Objects.requireNonNull(
            order.work().steps().run(Step.AUTHORIZE_PAYMENT).orElseThrow().dueAt());
    Expected expected = expected(order, order.updatedAt());
    assertThat(Objects.requireNonNull(expected.confirmation()).p50())
        .isCloseTo(due.plus(SECOND), NEARLY);
  }

  @Test
  void countsTheTriesThatAreLost() {
    Eta.Span before = confirmation(EstimatedOrders.readyToPay());
    Quantiles took = SomePartners.exactly(SECOND);
    Quantiles gone = SomePartners.exactly(Duration.ofSeconds(8));
    partners.operation(
        Step.AUTHORIZE_PAYMENT, new OperationStatus(took, gone, took, Mix.NONE, 0.4, null));
    Eta.Span after = confirmation(EstimatedOrders.readyToPay());
    assertThat(after.p50()).isCloseTo(before.p50(), NEARLY);
    assertThat(after.p90()).isAfter(before.p90().plusSeconds(8));
  }

  @Test
  void takesTheFlowsDeadlinesWhileNothingWasMeasured() {
    Picture nothing = new Picture(SomePartners.unknown(), Past.NONE);
    Eta eta = Estimator.estimate(EstimatedOrders.readyToPay(), 1, nothing, NOW);
    Eta.Span span = Objects.requireNonNull(((Expected) eta).confirmation());
    assertThat(span.basis()).isEqualTo(Basis.CONFIGURED);
    assertThat(span.samples()).isZero();
    assertThat(span.p90()).isBetween(NOW.plusSeconds(7), NOW.plusSeconds(8));
  }

  @Test
  void takesWhatTheJournalKnowsWhenANodeHasJustBegun() {
    past = past(Step.AUTHORIZE_PAYMENT, Duration.ofSeconds(5));
    Picture begun = new Picture(SomePartners.unknown(), past);
    Eta eta = Estimator.estimate(EstimatedOrders.readyToPay(), 1, begun, NOW);
    Eta.Span span = Objects.requireNonNull(((Expected) eta).confirmation());
    assertThat(span.basis()).isEqualTo(Basis.MEASURED);
    assertThat(span.p50()).isCloseTo(NOW.plusSeconds(5), NEARLY);
  }

  @Test
  void saysNothingOfADeliveryThatNobodyHasSeenOrPromised() {
    assertThat(expected(EstimatedOrders.placed(), NOW).delivery()).isNull();
    assertThat(estimate(EstimatedOrders.confirmed(), NOW)).isInstanceOf(Eta.Unknown.class);
  }

  @Test
  void takesThePromisedDayForADeliveryThatNobodyHasSeen() {
    Eta.Span delivery =
        Objects.requireNonNull(expected(EstimatedOrders.promised("2026-03-05"), NOW).delivery());
    assertThat(delivery.basis()).isEqualTo(Basis.PROMISED);
    assertThat(delivery.p90()).isEqualTo("2026-03-06T00:00:00Z");
  }

  @Test
  void countsADeliveryFromTheConfirmationOn() {
    past = past(Step.TRACK, Duration.ofDays(2));
    Eta.Span delivery = Objects.requireNonNull(expected(EstimatedOrders.placed(), NOW).delivery());
    Instant expected = NOW.plusSeconds(5).plus(Duration.ofDays(2));
    assertThat(delivery.p50())
        .isCloseTo(expected, new TemporalUnitWithinOffset(40, ChronoUnit.MINUTES));
    assertThat(expected(EstimatedOrders.confirmed(), NOW).confirmation()).isNull();
  }

  @Test
  void saysWhyItCannotSay() {
    assertThat(estimate(EstimatedOrders.heldForReview(), NOW))
        .isEqualTo(new Eta.Unknown("it is on hold: CREDIT_REVIEW"));
    assertThat(estimate(EstimatedOrders.cancelling(), NOW))
        .isEqualTo(new Eta.Unknown("it is being taken back"));
    assertThat(estimate(EstimatedOrders.rejected(), NOW)).isInstanceOf(Eta.Over.class);
  }

  private static Past past(Step step, Duration took) {
    Past.Done done = new Past.Done(SomePartners.exactly(took), Past.Counts.NONE);
    return new Past(Map.of(step.kind().label(), Map.of(step, done)));
  }

  private Eta.Span confirmation(Order order) {
    return Objects.requireNonNull(expected(order, NOW).confirmation());
  }

  private Expected expected(Order order, Instant now) {
    Eta eta = estimate(order, now);
    assertThat(eta).isInstanceOf(Expected.class);
    return (Expected) eta;
  }

  private Eta estimate(Order order, Instant now) {
    return Estimator.estimate(order, 1, new Picture(partners, past), now);
  }
}
