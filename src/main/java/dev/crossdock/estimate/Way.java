package dev.crossdock.estimate;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an order, or one of its shipments, has before it: when each is done, draw by draw.
 * Made for one estimate. Times are microseconds from now.
 */
final class Way {
  private static final List<Step> STEPS = List.of(Step.values());

  private final Scene scene;
  private final Flow flow;
  private final Map<Step, StepRun> runs;
  private final long[] start;
  private final int number;
  private final @Nullable String carrier;
  private final Map<Step, long[]> ends = new EnumMap<>(Step.class);
  private Eta.Basis basis = Eta.Basis.MEASURED;
  private long samples = Long.MAX_VALUE;
  private boolean unknown;

  /**
   * A way.
   *
   * @param start nothing of it is begun before
   * @param number 0 for the order's own, 1 and up for its shipments
   * @param carrier who carries it, once that is known
   */
  Way(
      Scene scene,
      Flow flow,
      Map<Step, StepRun> runs,
      long[] start,
      int number,
      @Nullable String carrier) {
    this.scene = scene;
    this.flow = flow;
    this.runs = runs;
    this.start = start;
    this.number = number;
    this.carrier = carrier;
  }

  /** When all of these are done. */
  long[] all(Iterable<Step> steps) {
    long[] last = start;
    for (Step step : steps) {
      last = Scene.later(last, end(step));
    }
    return last;
  }

  /** The weakest that anything on the way so far was told from. */
  Eta.Basis basis() {
    return basis;
  }

  /** The fewest samples of anything on the way so far. */
  long samples() {
    return samples == Long.MAX_VALUE ? 0 : samples;
  }

  /** Whether nothing at all is known of some part of it. */
  boolean isUnknown() {
    return unknown;
  }

  /** When the step is done. */
  long[] end(Step step) {
    long[] known = ends.get(step);
    if (known != null) {
      return known;
    }
    long[] end = find(step, runs.getOrDefault(step, StepRun.pending()));
    ends.put(step, end);
    return end;
  }

  private long[] find(Step step, StepRun run) {
    return switch (run.state()) {
      case SUCCEEDED, SKIPPED -> Scene.done();
      case PENDING -> goes(step, run, all(flow.policy(step).needs()));
      case READY -> underWay(step, run);
      case RETRY_WAIT, PARKED, IN_DOUBT ->
          goes(step, run, Scene.later(Scene.done(), scene.at(run.dueAt())));
      case AWAITING_CALLBACK ->
          step.onlyListens()
              ? goes(step, run, scene.at(run.startedAt()))
              : comes(step, scene.at(run.startedAt()));
      case FAILED, CANCELLED -> Scene.done();
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> Scene.done();
    };
  }

  /**
   * An order does not hear at once that its shipment has rates: then what took so long was not the
   * one step but both.
   */
  private long[] underWay(Step step, StepRun run) {
    long[] begin = scene.at(run.startedAt());
    if (step != Step.QUOTE_RATES || !flow.has(Step.BOOK_SHIPMENT) || begin[0] >= 0) {
      return goes(step, run, begin);
    }
    long[] quoted = goes(step, StepRun.pending(), Scene.done());
    long[] booked = goes(Step.BOOK_SHIPMENT, StepRun.pending(), quoted);
    long[] ascending = booked.clone();
    Arrays.sort(ascending);
    Quantiles both = Quantiles.of(ascending, 1);
    long[] left = new long[Draws.COUNT];
    Arrays.setAll(left, i -> both.left(scene.draws().part(what(step), i), -begin[0]));
    ends.put(Step.BOOK_SHIPMENT, left);
    return Scene.done();
  }

  /** It is asked for, and perhaps told of later. */
  private long[] goes(Step step, StepRun run, long[] begin) {
    boolean told = step == Step.RELEASE_FULFILLMENT || step.onlyListens();
    List<PartnerStatus> partners = partners(step);
    if (partners.isEmpty()) {
      unknown = true;
      return begin;
    }
    if (step == Step.QUOTE_RATES) {
      return round(partners, run, begin);
    }
    if (step == Step.TRACK && flow.has(Step.RELEASE_FULFILLMENT)) {
      return arrives(begin);
    }
    return told ? comes(step, begin) : calls(partners.getFirst(), step, run, begin);
  }

  /** Every carrier that is there is asked; nobody is waited for longer than the step allows. */
  private long[] round(List<PartnerStatus> carriers, StepRun run, long[] begin) {
    List<PartnerStatus> up =
        carriers.stream().filter(carrier -> !isOut(carrier, Step.QUOTE_RATES)).toList();
    // What was timed is the whole round, so one of them tells it.
    PartnerStatus any = up.isEmpty() ? carriers.getFirst() : up.getFirst();
    long[] last = calls(any, Step.QUOTE_RATES, run, begin);
    long patience = Quantiles.micros(flow.policy(Step.QUOTE_RATES).deadline());
    long[] ends = last.clone();
    if (!up.isEmpty()) {
      Arrays.setAll(ends, i -> Math.min(ends[i], Math.max(0, begin[i]) + patience));
    }
    return ends;
  }

  private long[] calls(PartnerStatus partner, Step step, StepRun run, long[] begin) {
    StepPolicy policy = flow.policy(step);
    CallTimes times = new CallTimes(scene, partner, step, policy, what(step));
    weigh(times.basis(), times.samples());
    return times.ends(begin, run);
  }

  /** Counted from its booking; but what left late, or cannot leave yet, arrives as much later. */
  private long[] arrives(long[] booked) {
    Step release = Step.RELEASE_FULFILLMENT;
    StepRun run = runs.getOrDefault(release, StepRun.pending());
    return switch (run.state()) {
      case SUCCEEDED -> comes(Step.TRACK, scene.at(usualBooking(run, took(release))));
      case RETRY_WAIT, PARKED, IN_DOUBT ->
          comes(Step.TRACK, letThrough(release, run, scene.at(run.dueAt())));
      case READY, PENDING -> comes(Step.TRACK, letThrough(release, run, booked));
      case AWAITING_CALLBACK, FAILED, SKIPPED, CANCELLED -> comes(Step.TRACK, booked);
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK ->
          comes(Step.TRACK, booked);
    };
  }

  /** When it would have been booked, had it taken as long as it usually does to leave. */
  private static @Nullable Instant usualBooking(StepRun released, Quantiles took) {
    return took.samples() == 0 || released.endedAt() == null
        ? released.startedAt()
        : released.endedAt().minus(took.at(0.5));
  }

  private long[] letThrough(Step step, StepRun run, long[] begin) {
    List<PartnerStatus> partners = partners(step);
    return partners.isEmpty() || !isOut(partners.getFirst(), step)
        ? begin
        : new CallTimes(scene, partners.getFirst(), step, flow.policy(step), what(step))
            .letThrough(begin, run);
  }

  /** The partner tells of it by itself, some time after it could begin. */
  private long[] comes(Step step, long[] begin) {
    Quantiles took = took(step);
    if (took.samples() == 0) {
      unknown = true;
      return Scene.later(Scene.done(), begin);
    }
    weigh(Eta.Basis.MEASURED, took.samples());
    long[] ends = new long[Draws.COUNT];
    for (int i = 0; i < ends.length; i++) {
      int part = scene.draws().part(what(step), i);
      ends[i] = begin[i] < 0 ? took.left(part, -begin[i]) : begin[i] + took.draw(part);
    }
    return ends;
  }

  private boolean isOut(PartnerStatus partner, Step step) {
    return Outage.is(partner, scene.picture().call(partner, step));
  }

  private Quantiles took(Step step) {
    List<PartnerStatus> partners = partners(step);
    return partners.isEmpty()
        ? Quantiles.NONE
        : scene.picture().took(partners.getFirst().name(), step);
  }

  /** Who does the step: its partner if it has one, else all that might. */
  private List<PartnerStatus> partners(Step step) {
    List<PartnerStatus> all = scene.picture().of(step.kind());
    if (carrier == null || step == Step.QUOTE_RATES) {
      return all;
    }
    List<PartnerStatus> chosen =
        all.stream().filter(partner -> partner.name().equals(carrier)).toList();
    return chosen.isEmpty() ? all : chosen;
  }

  private int what(Step step) {
    return number * STEPS.size() + STEPS.indexOf(step);
  }

  private void weigh(Eta.Basis how, long seen) {
    basis = how.compareTo(basis) > 0 ? how : basis;
    samples = Math.min(samples, seen);
  }
}
