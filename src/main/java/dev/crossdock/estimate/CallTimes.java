package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import java.time.Duration;

/**
 * When the calls of one step to one partner come to an end, draw by draw: the queue before it, the
 * outage, the call, and the tries after it when it is lost. Times are microseconds from now.
 */
final class CallTimes {
  private static final int TRIES_MAX = 8;
  private static final double RARE = 0.002;

  private final Scene scene;
  private final PartnerStatus partner;
  private final Step step;
  private final StepPolicy policy;
  private final int what;
  private final OperationStatus call;
  private final Quantiles took;
  private final long queue;

  /**
   * The times of a step.
   *
   * @param what tells its draws from those of other steps
   */
  CallTimes(Scene scene, PartnerStatus partner, Step step, StepPolicy policy, int what) {
    this.scene = scene;
    this.partner = partner;
    this.step = step;
    this.policy = policy;
    this.what = what;
    this.call = scene.picture().call(partner, step);
    this.took = call.whole().samples() == 0 ? Quantiles.upTo(policy.deadline()) : call.whole();
    double ahead = partner.queue().ahead(scene.promise());
    this.queue = (long) (ahead * 1e6 / partner.drainPerSecond(call));
  }

  Eta.Basis basis() {
    return took.samples() == 0 ? Eta.Basis.CONFIGURED : Eta.Basis.MEASURED;
  }

  long samples() {
    return took.samples();
  }

  /**
   * When it ends.
   *
   * @param begin when nothing stands in its way any more, or the next try is due; in the past for
   *     one that is under way
   */
  long[] ends(long[] begin, StepRun run) {
    long[] ends = new long[Draws.COUNT];
    boolean out = Outage.is(partner, call);
    boolean underWay = run.state() == StepState.READY && queue == 0 && !out;
    double lost = out ? 0 : call.losses();
    long since = run.startedAt() == null ? Long.MAX_VALUE : scene.relative(run.startedAt());
    for (int i = 0; i < ends.length; i++) {
      int part = scene.draws().part(what, i);
      if (underWay && begin[i] < 0) {
        ends[i] = left(part, -begin[i]);
      } else {
        long at = Math.max(0, begin[i]);
        at = out ? letThrough(at, Math.min(at, since), run.attempts(), i) : at;
        at += run.state() == StepState.IN_DOUBT ? lookUp(part) : 0;
        ends[i] = at + Math.max(took.draw(part), queue + call.answered().draw(part));
      }
      ends[i] += lost > RARE ? tries(lost, run.attempts(), i) : 0;
    }
    return ends;
  }

  /** When a call is let through that could be made then. */
  long[] letThrough(long[] begin, StepRun run) {
    long since = run.startedAt() == null ? Long.MAX_VALUE : scene.relative(run.startedAt());
    long[] at = new long[Draws.COUNT];
    for (int i = 0; i < at.length; i++) {
      long from = Math.max(0, begin[i]);
      at[i] = letThrough(from, Math.min(from, since), run.attempts(), i);
    }
    return at;
  }

  /** Of a call that is under way: no longer than until nobody waits for it. */
  private long left(int part, long elapsed) {
    long until = Quantiles.micros(policy.deadline());
    return Math.min(took.left(part, busy(elapsed)), until);
  }

  /** Where there is a queue, it is not known how long ago a call left it. */
  private long busy(long elapsed) {
    return partner.queue().length() == 0 ? elapsed : Math.min(elapsed, took.draw(0));
  }

  private long letThrough(long at, long since, int attempts, int i) {
    Outage outage = Outage.of(partner, call, scene.now());
    Draws draws = scene.draws();
    long back = outage.backAt(draws.chance(what, i, 0));
    return outage.letThrough(
        at, since, attempts, policy, back, tries -> draws.chance(what, i, tries));
  }

  /** What the tries take that are not answered before the one that is. */
  private long tries(double lost, int attempts, int i) {
    long more = 0;
    Draws draws = scene.draws();
    for (int k = 1; k < TRIES_MAX && draws.chance(what, i, -k) < lost; k++) {
      int part = (int) (draws.chance(what, i, 100 + k) * Draws.COUNT);
      long gone = call.unanswered().samples() == 0 ? took.draw(part) : call.unanswered().draw(part);
      double jitter = draws.chance(what, i, 200 + k);
      Duration wait = policy.backoff().after(attempts + k, jitter, null);
      more += gone + Quantiles.micros(wait) + (step.acquires() ? lookUp(part) : 0);
    }
    return more;
  }

  private long lookUp(int part) {
    OperationStatus lookUp = partner.operations().get(Operation.LOOK_UP);
    return lookUp == null ? 0 : lookUp.answered().draw(part);
  }
}
