package dev.crossdock.estimate;

import dev.crossdock.estimate.Eta.Basis;
import dev.crossdock.estimate.Eta.Span;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an order will be there: the longest way through the steps before it, drawn many times
 * from how long partners took. The same order, picture and moment give the same estimate.
 */
public final class Estimator {
  private final Order order;
  private final Scene scene;

  private Estimator(Order order, Scene scene) {
    this.order = order;
    this.scene = scene;
  }

  /**
   * The estimate.
   *
   * @param version how many events the order has
   */
  public static Eta estimate(Order order, long version, Picture picture, Instant now) {
    OrderStatus status = order.status();
    if (status.isTerminal() || status == OrderStatus.DELIVERED) {
      return new Eta.Over();
    }
    return obstacle(order, status)
        .<Eta>map(Eta.Unknown::new)
        .orElseGet(
            () -> {
              LocalDate deliverBy = order.content().shipping().deliverBy();
              Instant promise =
                  deliverBy == null
                      ? order.placed().at()
                      : deliverBy.atStartOfDay(ZoneOffset.UTC).toInstant();
              Draws draws = new Draws(order.id().value(), version);
              return new Estimator(order, new Scene(picture, draws, now, promise)).eta();
            });
  }

  /** What somebody has to decide; nobody knows when. */
  private static Optional<String> obstacle(Order order, OrderStatus status) {
    if (order.ending() != null) {
      return Optional.of("it is being taken back");
    }
    if (status == OrderStatus.ACTION_REQUIRED) {
      return Optional.of("somebody has to decide how it goes on");
    }
    boolean confirmed = order.phase() != Order.Phase.OPEN;
    return order.holds().stream()
        .filter(hold -> hold.blocks(Hold.Block.BOOK) || (confirmed && isInTheWay(hold)))
        .findFirst()
        .map(hold -> "it is on hold: " + hold.reason());
  }

  private static boolean isInTheWay(Hold hold) {
    return hold.blocks(Hold.Block.RELEASE) || hold.blocks(Hold.Block.BOOK);
  }

  private Eta eta() {
    boolean open = order.phase() == Order.Phase.OPEN;
    long[] confirmed = Scene.done();
    Span confirmation = null;
    Basis basis = Basis.MEASURED;
    long samples = Long.MAX_VALUE;
    if (open) {
      Map<Step, StepRun> runs = order.work().steps().runs();
      Way own = new Way(scene, order.flow(), runs, Scene.done(), 0, null);
      confirmed = own.all(runs.keySet());
      basis = own.basis();
      samples = own.samples();
      confirmation = own.isUnknown() ? null : span(confirmed, basis, samples);
    }
    boolean known = !open || confirmation != null;
    Span delivery = known ? delivery(confirmed, basis, samples) : null;
    return confirmation == null && delivery == null
        ? new Eta.Unknown("how long it takes has not been seen yet, and nobody promised a day")
        : new Eta.Expected(confirmation, delivery);
  }

  /** When the last of its shipments is there; absent when that cannot be said. */
  private @Nullable Span delivery(long[] confirmed, Basis before, long fewest) {
    if (order.holds().stream().anyMatch(Estimator::isInTheWay) || shipping().isEmpty()) {
      return null;
    }
    long[] last = Scene.done();
    Basis basis = before;
    long samples = fewest;
    for (Way way : ways(confirmed)) {
      last = Scene.later(last, way.all(shipping()));
      basis = way.basis().compareTo(basis) > 0 ? way.basis() : basis;
      samples = Math.min(samples, way.samples());
      if (way.isUnknown()) {
        return promised();
      }
    }
    return span(last, basis, samples);
  }

  /** The steps that bring it to the customer: it has arrived once these are done. */
  private Set<Step> shipping() {
    EnumSet<Step> steps = EnumSet.noneOf(Step.class);
    order.flow().steps().keySet().stream()
        .filter(step -> step.part() == Step.Part.SHIPMENT)
        .forEach(steps::add);
    return steps.contains(Step.TRACK) ? EnumSet.of(Step.TRACK) : steps;
  }

  /** Before it is confirmed nobody knows how many shipments it will be: it is taken to be one. */
  private List<Way> ways(long[] confirmed) {
    List<Consignment> all = order.consignments();
    if (all.isEmpty()) {
      return List.of(new Way(scene, order.flow(), Map.of(), confirmed, 1, null));
    }
    return all.stream()
        .filter(c -> !c.summary().status().isOver())
        .map(
            c ->
                new Way(
                    scene,
                    c.plan().flow(),
                    c.summary().steps(),
                    confirmed,
                    all.indexOf(c) + 1,
                    c.summary().carrier()))
        .toList();
  }

  private @Nullable Span promised() {
    LocalDate day = order.content().shipping().deliverBy();
    if (day == null || day.isBefore(LocalDate.ofInstant(scene.now(), ZoneOffset.UTC))) {
      return null;
    }
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Span(end, end, Basis.PROMISED, 0);
  }

  private Span span(long[] moments, Basis basis, long samples) {
    long[] sorted = moments.clone();
    Arrays.sort(sorted);
    long p50 = (sorted[Draws.COUNT / 2 - 1] + sorted[Draws.COUNT / 2]) / 2;
    long p90 = sorted[Draws.COUNT * 9 / 10];
    boolean measured = basis == Basis.MEASURED;
    return new Span(at(p50), at(p90), basis, measured && samples < Long.MAX_VALUE ? samples : 0);
  }

  private Instant at(long micros) {
    return scene.now().plusNanos(micros * 1000);
  }
}
