package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.Answer.Backorder;
import dev.crossdock.partner.Answer.ReservationStatus;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.LineQuantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The inventory partner. */
final class Stockroom {
  private final Dice dice;
  private final Map<String, Answer.Reserved> byKey = new LinkedHashMap<>();

  Stockroom(World world) {
    dice = world.dice();
  }

  Outcome reserve(String key, Ask.ReserveInventory ask) {
    if (dice.happens(Chance.SAYS_NO)) {
      return new Outcome.Refused("out-of-stock", "nothing there");
    }
    List<Allocation> there = new ArrayList<>();
    List<Backorder> later = new ArrayList<>();
    for (LineQuantity line : ask.lines()) {
      spread(line, there, later);
    }
    if (dice.happens(Chance.IMPLAUSIBLE)) {
      there.add(SomeAnswers.at("X", ask.lines().getFirst().lineId(), 1));
    }
    String ref = "res-" + (byKey.size() + 1);
    var reserved = new Answer.Reserved(ref, ReservationStatus.RESERVED, there, later, null);
    byKey.put(key, reserved);
    return new Outcome.Succeeded(reserved);
  }

  private void spread(LineQuantity line, List<Allocation> there, List<Backorder> later) {
    int left = line.quantity();
    while (left > 0) {
      int some = 1 + dice.below(left);
      left -= some;
      if (dice.happens(Chance.HESITATES)) {
        later.add(new Backorder(line.lineId(), some, null));
      } else {
        there.add(SomeAnswers.at("L" + dice.below(3), line.lineId(), some));
      }
    }
  }

  Outcome release(String ref) {
    byKey.replaceAll((key, r) -> r.reservationId().equals(ref) ? released(r) : r);
    Answer now =
        byKey.values().stream()
            .filter(r -> r.reservationId().equals(ref))
            .findFirst()
            .orElseThrow();
    return new Outcome.Succeeded(now);
  }

  private static Answer.Reserved released(Answer.Reserved r) {
    return new Answer.Reserved(
        r.reservationId(), ReservationStatus.RELEASED, r.allocations(), r.backordered(), null);
  }

  Optional<Answer> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What is still kept for somebody. */
  Set<String> kept() {
    return byKey.values().stream()
        .filter(r -> r.status() == ReservationStatus.RESERVED)
        .map(Answer.Reserved::reservationId)
        .collect(Collectors.toSet());
  }
}
