package dev.crossdock.replay.backtest;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Rate;
import dev.crossdock.trade.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What all recordings together say of calls that one of them has not: how long they take. */
final class Pool {
  private static final Duration UNHEARD_OF = Duration.ofMillis(100);

  private final Map<Errand, List<Take>> answered = new HashMap<>();
  private Optional<Location> location = Optional.empty();
  private List<Rate> rates = List.of();

  static Pool of(Collection<Recording> recordings) {
    Pool pool = new Pool();
    for (Recording recording : recordings) {
      pool.add(recording.tape());
      recording.shipments().values().forEach(pool::add);
    }
    return pool;
  }

  private void add(Tape tape) {
    tape.takes()
        .forEach(
            (errand, takes) ->
                takes.stream()
                    .filter(take -> take.outcome() instanceof Outcome.Succeeded)
                    .forEach(take -> add(errand, take)));
  }

  private void add(Errand errand, Take take) {
    answered.computeIfAbsent(errand, any -> new ArrayList<>()).add(take);
    if (take.outcome() instanceof Outcome.Succeeded(Answer.Reserved a)
        && !a.allocations().isEmpty()) {
      location = Optional.of(a.allocations().getFirst().location());
    }
    if (take.outcome() instanceof Outcome.Succeeded(Answer.Quoted a) && rates.isEmpty()) {
      rates = a.rates();
    }
  }

  /** How long it took somebody. */
  Duration time(Errand errand, RandomGenerator dice) {
    List<Take> takes = answered.getOrDefault(errand, List.of());
    return takes.isEmpty() ? UNHEARD_OF : takes.get(dice.nextInt(takes.size())).time();
  }

  /** Whom others asked. */
  String partner(Errand errand) {
    List<Take> takes = answered.getOrDefault(errand, List.of());
    return takes.isEmpty() ? errand.step().kind().label() : takes.getFirst().partner();
  }

  /** From where somebody's goods were sent. */
  Optional<Location> location() {
    return location;
  }

  /** What was offered to somebody. */
  List<Rate> rates() {
    return rates;
  }
}
