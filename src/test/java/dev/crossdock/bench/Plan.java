package dev.crossdock.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rates orders a second, ascending; a contender that cannot follow stops there
 * @param rateSeconds how long each is kept up
 * @param burst orders placed all at once
 * @param warmUp orders placed before anything is measured
 * @param killed orders of the burst that the server is killed in
 * @param waiting numbers of orders that wait at a slow partner
 * @param waitingDelay how slow it is, at least
 * @param events that go into the journal alone
 * @param grown orders that the journal has, ascending, in thousands
 * @param atMost how long each measurement may take
 */
record Plan(
    int rounds,
    List<Contender> contenders,
    List<Integer> rates,
    int rateSeconds,
    int burst,
    int warmUp,
    int killed,
    List<Integer> waiting,
    Duration waitingDelay,
    int events,
    List<Integer> grown,
    Duration atMost) {
  private static final Duration LONG = Duration.ofMinutes(3);

  /** What the figures of the documentation are made with. */
  static Plan whole() {
    return new Plan(
        3,
        List.of(Contender.values()),
        List.of(50, 100, 200, 400, 600, 800),
        15,
        10_000,
        20_000,
        5_000,
        List.of(10_000),
        Duration.ofSeconds(60),
        200_000,
        List.of(1_000, 10_000, 100_000, 1_000_000),
        LONG);
  }

  /** Only that everything runs. */
  static Plan brief() {
    return new Plan(
        1,
        List.of(Contender.values()),
        List.of(20),
        2,
        100,
        20,
        100,
        List.of(100),
        Duration.ofSeconds(10),
        2_000,
        List.of(1_000, 2_000),
        LONG);
  }
}
