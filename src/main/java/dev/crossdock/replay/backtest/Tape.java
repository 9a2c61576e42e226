package dev.crossdock.replay.backtest;

import dev.crossdock.shipment.ShipmentEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an order or a shipment: how its calls came out, one after the other, and who
 * called back when.
 */
final class Tape {
  private final Map<Errand, List<Take>> takes = new HashMap<>();
  private final List<CalledBack> callbacks = new ArrayList<>();

  /**
   * A partner's word, some time after it had taken something.
   *
   * @param errand by which it had
   * @param event what came of it
   */
  record CalledBack(Errand errand, Duration after, String partner, Object event) {}

  /**
   * What carriers told.
   *
   * @param afterBooking absent: it was not booked then
   * @param afterShipping absent: it had not left then, as far as anybody knew
   */
  record Scans(
      ShipmentEvent.Scanned event,
      String partner,
      @Nullable Duration afterBooking,
      @Nullable Duration afterShipping) {}

  private final List<Scans> scans = new ArrayList<>();
  private final Map<Errand, Duration> cutOff = new HashMap<>();

  void took(Errand errand, Take take) {
    takes.computeIfAbsent(errand, any -> new ArrayList<>()).add(take);
  }

  void calledBack(CalledBack callback) {
    callbacks.add(callback);
  }

  void scanned(Scans told) {
    scans.add(told);
  }

  /** It was not answered for so long; then nobody wanted to know any more. */
  void cutOff(Errand errand, Duration after) {
    cutOff.put(errand, after);
  }

  Map<Errand, Duration> cutOff() {
    return cutOff;
  }

  Map<Errand, List<Take>> takes() {
    return takes;
  }

  List<CalledBack> callbacks(Errand errand) {
    return callbacks.stream().filter(it -> it.errand().equals(errand)).toList();
  }

  List<Scans> scans() {
    return scans;
  }

  /** To be played from its beginning; what is played is gone. */
  Map<Errand, Deque<Take>> rewound() {
    Map<Errand, Deque<Take>> all = new HashMap<>();
    takes.forEach((errand, list) -> all.put(errand, new ArrayDeque<>(list)));
    return all;
  }
}
