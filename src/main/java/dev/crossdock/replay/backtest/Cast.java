package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Partners that say what they said then, in the time that it took them then; of one order or
 * shipment. A deadline that is shorter now cuts an answer off: it is heard the next time, or found
 * by a look-up. Behind the end of the tape they say yes, in the time that it took others.
 */
final class Cast {
  private final Agenda agenda;
  private final Map<Errand, Deque<Take>> tape;
  private final Map<Errand, Duration> cutOff;
  private final Pool pool;
  private final RandomGenerator dice;
  private final CourseTaker course;
  private final Set<CallId> underWay = new HashSet<>();

  Cast(Agenda agenda, Tape tape, Pool pool, RandomGenerator dice, CourseTaker course) {
    this.agenda = agenda;
    this.tape = tape.rewound();
    this.cutOff = tape.cutOff();
    this.pool = pool;
    this.dice = dice;
    this.course = course;
  }

  /**
   * Sees to it that these calls are under way; customers are not told of anything.
   *
   * @param then takes what became of a call, and says whether anybody still wanted to know
   */
  void keepGoing(List<Call> due, Predicate<Report> then) {
    for (Call call : due) {
      if (call.id().step() != Step.NOTIFY && underWay.add(call.id())) {
        Errand errand = Errand.of(call);
        Deque<Take> left = tape.computeIfAbsent(errand, any -> new ArrayDeque<>());
        boolean isAssumed = left.isEmpty();
        Take take =
            inTime(call, errand, left, isAssumed ? assumed(call, errand) : left.removeFirst());
        agenda.after(
            take.time(),
            () -> {
              underWay.remove(call.id());
              if (then.test(
                  new Report(call.id(), take.partner(), take.outcome(), dice.nextDouble()))) {
                course.call(isAssumed);
              }
            });
      }
    }
  }

  private Take assumed(Call call, Errand errand) {
    Outcome outcome =
        call.errand() == Call.Errand.LOOK_UP
            ? new Outcome.Succeeded(new Answer.Absent())
            : new Outcome.Succeeded(new Assumed(pool).to(call.ask(), call.key()));
    String partner = call.partner() == null ? pool.partner(errand) : call.partner();
    Duration time = pool.time(errand, dice);
    Duration least = cutOff.getOrDefault(errand, Duration.ZERO);
    return new Take(outcome, partner, time.compareTo(least) < 0 ? least : time);
  }

  private Take inTime(Call call, Errand errand, Deque<Take> left, Take take) {
    if (take.time().compareTo(call.deadline()) <= 0) {
      return take;
    }
    if (call.id().step() == Step.QUOTE_RATES) {
      return new Take(take.outcome(), take.partner(), call.deadline());
    }
    left.addFirst(new Take(take.outcome(), take.partner(), pool.time(errand, dice)));
    Outcome cutOff =
        new Outcome.Unanswered(Reach.MAYBE_ACTED_ON, "no answer in " + call.deadline(), null);
    return new Take(cutOff, take.partner(), call.deadline());
  }
}
