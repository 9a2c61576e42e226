package dev.crossdock.journal;

import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.order.Customer;
import dev.crossdock.order.Ending;
import dev.crossdock.order.Hold;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Scan;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Location;
import java.util.Map;
import java.util.Set;

/**
 * Which components of what is stored tell of a person: who and where they are, and what anybody
 * wrote in words of their own, which may quote that. What is left open are codes, names that were
 * given to things, amounts and times. A test wants a decision on every text that is stored.
 */
final class PersonalFields {
  /** What a person is called, and where they are reached, after all. */
  static final String REDACTED = "REDACTED";

  private static final Set<String> REASON = Set.of("reason");

  private static final Map<Class<?>, Set<String>> BY_RECORD =
      Map.ofEntries(
          Map.entry(
              Address.class,
              Set.of("name", "company", "street1", "street2", "postalCode", "phone", "email")),
          Map.entry(Customer.class, Set.of("name", "email", "phone")),
          Map.entry(ShipmentPlan.class, Set.of("contact")),
          Map.entry(Scan.class, Set.of("signedBy")),
          // What merchants add may be anything; and who guesses an address can try it on a hash.
          Map.entry(OrderContent.class, Set.of("metadata")),
          Map.entry(OrderEvent.Placed.class, Set.of("fingerprint")),
          Map.entry(Answer.AddressChecked.class, Set.of("messages")),
          Map.entry(Answer.CustomerChecked.class, REASON),
          Map.entry(Answer.FraudChecked.class, REASON),
          Map.entry(Answer.Fulfilling.class, REASON),
          Map.entry(Hold.class, Set.of("note")),
          Map.entry(Ending.class, Set.of("detail")),
          Map.entry(OrderEvent.CancellationRefused.class, REASON),
          Map.entry(ShipmentEvent.RecallRefused.class, REASON),
          Map.entry(ShipmentSummary.class, Set.of("cancellationRefused")),
          Map.entry(StepRun.class, Set.of("trouble")),
          Map.entry(StepEvent.AttemptFailed.class, REASON),
          Map.entry(StepEvent.Parked.class, REASON),
          Map.entry(StepEvent.CallInDoubt.class, REASON),
          Map.entry(StepEvent.Refused.class, Set.of("detail")),
          Map.entry(StepEvent.Exhausted.class, REASON),
          Map.entry(StepEvent.Skipped.class, REASON),
          Map.entry(StepEvent.Reopened.class, REASON),
          Map.entry(StepEvent.UndoFailed.class, REASON),
          Map.entry(StepEvent.UndoRejected.class, REASON));

  /** What is written of these is nobody's: a warehouse has no private address. */
  private static final Map<Class<?>, Set<String>> NOBODYS =
      Map.of(Location.class, Set.of("address"));

  private PersonalFields() {}

  /** The components of the record in which nothing tells of a person, whatever it is. */
  static Set<String> nobodys(Class<?> type) {
    return NOBODYS.getOrDefault(type, Set.of());
  }

  /** The components of the record that tell of a person. */
  static Set<String> of(Class<?> type) {
    return BY_RECORD.getOrDefault(type, Set.of());
  }

  /** All records that have such components. */
  static Set<Class<?>> records() {
    return BY_RECORD.keySet();
  }
}
