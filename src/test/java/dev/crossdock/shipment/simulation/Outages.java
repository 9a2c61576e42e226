package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.PartnerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** When partners are out altogether: some of them, once, for minutes or for hours. */
final class Outages {
  private final Map<PartnerKind, Instant> begins = new EnumMap<>(PartnerKind.class);
  private final Map<PartnerKind, Instant> ends = new EnumMap<>(PartnerKind.class);

  Outages(Dice dice) {
    for (PartnerKind kind : PartnerKind.values()) {
      if (dice.oneIn(12)) {
        Instant begin = Loop.BEGIN.plus(dice.between(Duration.ZERO, Duration.ofMinutes(10)));
        begins.put(kind, begin);
        ends.put(kind, begin.plus(dice.between(Duration.ofSeconds(10), Duration.ofHours(5))));
      }
    }
  }

  boolean isOut(PartnerKind kind, Instant now) {
    Instant begin = begins.get(kind);
    Instant end = ends.get(kind);
    return begin != null && end != null && !now.isBefore(begin) && now.isBefore(end);
  }
}
