package dev.crossdock.it;

import dev.crossdock.it.Crowd.Promise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What shops had of a trial.
 *
 * @param triesMax requests until an order was promised
 * @param beyondRetries of how many orders the first request and three more were not enough
 * @param longestMillis until an order was promised
 * @param worstP99Millis of those who came in the same ten seconds
 */
record Figures(
    int orders, int triesMax, long beyondRetries, long longestMillis, long worstP99Millis) {
  private static final int TRIES = 4;
  private static final long WINDOW_MILLIS = 10_000;

  static Figures of(Collection<Promise> promises) {
    Map<Long, List<Long>> windows =
        promises.stream()
            .collect(
                Collectors.groupingBy(
                    promise -> promise.sinceMillis() / WINDOW_MILLIS,
                    Collectors.mapping(Promise::tookMillis, Collectors.toList())));
    return new Figures(
        promises.size(),
        promises.stream().mapToInt(Promise::tries).max().orElse(0),
        promises.stream().filter(promise -> promise.tries() > TRIES).count(),
        promises.stream().mapToLong(Promise::tookMillis).max().orElse(0),
        windows.values().stream().mapToLong(Figures::p99).max().orElse(0));
  }

  private static long p99(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
  }
}
