package dev.crossdock.estimate;

import dev.crossdock.flow.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was said of orders, held against what happened. Safe for use by many threads. */
public final class Forecasts {
  private final List<Said> all = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Instant> confirmed = new ConcurrentHashMap<>();
  private final Map<String, Instant> delivered = new ConcurrentHashMap<>();

  private record Said(String order, Instant at, Eta.Expected eta) {}

  /**
   * How right it was.
   *
   * @param p50 share of moments that came by the p50 that was told, 0 to 1
   * @param p90 share of moments that came by the p90 that was told, 0 to 1
   * @param off the mean distance of the p50 from what happened
   * @param awaited how long it took on average, from when it was said
   */
  public record Score(int estimates, double p50, double p90, Duration off, Duration awaited) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d estimates, by p50 %.1f %%, by p90 %.1f %%, off by %d ms of %d ms",
          estimates,
          p50 * 100,
          p90 * 100,
          off.toMillis(),
          awaited.toMillis());
    }
  }

  public void said(String order, Instant at, Eta eta) {
    if (eta instanceof Eta.Expected expected) {
      all.add(new Said(order, at, expected));
    }
  }

  public void confirmed(String order, Instant at) {
    confirmed.putIfAbsent(order, at);
  }

  public void delivered(String order, Instant at) {
    delivered.putIfAbsent(order, at);
  }

  /** Only what was said of each order first: what whoever places it is told. */
  public Forecasts whenPlaced() {
    Forecasts first = new Forecasts();
    Set<String> told = new HashSet<>();
    all.stream().filter(said -> told.add(said.order())).forEach(first.all::add);
    first.confirmed.putAll(confirmed);
    first.delivered.putAll(delivered);
    return first;
  }

  public Score confirmation(Instant from) {
    return score(from, Eta.Expected::confirmation, confirmed);
  }

  public Score delivery(Instant from) {
    return score(from, Eta.Expected::delivery, delivered);
  }

  /**
   * Of all measured estimates from that moment on whose order has come that far. What came at the
   * very moment it was told of was no forecast.
   */
  private Score score(
      Instant from, Function<Eta.Expected, Eta.@Nullable Span> part, Map<String, Instant> came) {
    int count = 0;
    int half = 0;
    int most = 0;
    Duration off = Duration.ZERO;
    Duration wait = Duration.ZERO;
    for (Said said : all) {
      Eta.Span span = part.apply(said.eta());
      if (span == null
          || span.basis() != Eta.Basis.MEASURED
          || said.at().isBefore(from)
          || !came.getOrDefault(said.order(), Instant.MIN).isAfter(said.at())) {
        continue;
      }
      Instant actual = Objects.requireNonNull(came.get(said.order()));
      count++;
      half += actual.isAfter(span.p50()) ? 0 : 1;
      most += actual.isAfter(span.p90()) ? 0 : 1;
      off = off.plus(Duration.between(span.p50(), actual).abs());
      wait = wait.plus(Duration.between(said.at(), actual));
    }
    int some = Math.max(1, count);
    return new Score(
        count,
        (double) half / some,
        (double) most / some,
        off.dividedBy(some),
        wait.dividedBy(some));
  }

  /** From when a step could begin until it was done. */
  static Duration took(StepRun run) {
    return Duration.between(
        Objects.requireNonNull(run.startedAt()), Objects.requireNonNull(run.endedAt()));
  }
}
