package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Claimant;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.LedgerEntry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of every text that is stored somebody has decided whether it tells of a person. */
class PersonalFieldsTest {
  /** Stored as they are: codes, amounts, and names that were given to things. */
  private static final Set<String> OPEN =
      Set.of(
          "Address.city",
          "Address.stateCode",
          "Address.countryCode",
          "Allocation.lineId",
          "Authorized.authorizationId",
          "Backorder.lineId",
          "Booked.bookingId",
          "Booked.trackingCode",
          "Booked.trackingUrl",
          "BookingVoidUpdated.bookingId",
          "Callback.merchant",
          "Callback.partner",
          "Callback.id",
          "Captured.captureId",
          "Claimant.entityId",
          "Customer.id",
          "Ending.code",
          "Ending.by",
          "Fulfilling.fulfillmentId",
          "Hold.holdId",
          "Hold.by",
          "Label.url",
          "Label.format",
          "LineQuantity.lineId",
          "LineQuantity.sku",
          "Location.code",
          "Notified.notificationId",
          "OrderContent.reference",
          "OrderContent.paymentMethod",
          "OrderId.merchant",
          "OrderId.value",
          "Parcel.reference",
          "Passed.callbackId",
          "Place.city",
          "Place.countryCode",
          "Place.unLocode",
          "Rate.carrier",
          "Rate.rateId",
          "Rate.service",
          "Refunded.refundId",
          "Refused.code",
          "Reserved.reservationId",
          // A carrier's stock phrases; who signed is a component of its own.
          "Scan.description",
          "Scan.id",
          "ShipmentId.merchant",
          "ShipmentId.value",
          "ShipmentPlan.reference",
          "ShipmentPlan.authorization",
          "ShipmentSummary.carrier",
          "ShipmentSummary.service",
          "ShipmentSummary.trackingCode",
          "ShipmentSummary.trackingUrl",
          "StepRun.partner",
          "TrackingUpdated.trackingCode");

  private final Set<Class<?>> seen = new HashSet<>();
  private final Set<String> texts = new TreeSet<>();

  @Test
  void everyTextThatIsStoredIsDecidedUpon() {
    walkAll();
    Set<String> undecided = new TreeSet<>(texts);
    undecided.removeAll(OPEN);
    undecided.removeAll(sealed());
    undecided.removeIf(it -> it.endsWith(".partner") || it.startsWith("OrderLine."));
    assertThat(undecided).isEmpty();
  }

  @Test
  void nothingIsDecidedUponTwice() {
    assertThat(sealed()).doesNotContainAnyElementsOf(OPEN);
  }

  @Test
  void whatIsSealedIsThereToBeStored() {
    walkAll();
    assertThat(texts).containsAll(sealed());
  }

  /** A record with a text that nobody has thought of, such as tomorrow's event may be. */
  private record Tomorrow(List<Nickname> nicknames) {}

  private record Nickname(String text) {}

  @Test
  void aTextThatNobodyHasThoughtOfIsFound() {
    walk(Tomorrow.class);
    assertThat(texts).containsExactly("Nickname.text");
  }

  private void walkAll() {
    StoredNames.all().forEach(names -> names.kinds().forEach(kind -> walk(kind.form())));
    assertThat(seen).contains(Callback.class, Claimant.class).doesNotContain(LedgerEntry.class);
  }

  private static Set<String> sealed() {
    return PersonalFields.records().stream()
        .flatMap(type -> PersonalFields.of(type).stream().map(it -> name(type, it)))
        .collect(Collectors.toSet());
  }

  private void walk(Class<?> type) {
    // Of a flow only the name is stored, and that nobody's.
    if (type.equals(Flow.class) || !type.getName().startsWith("dev.crossdock") || !seen.add(type)) {
      return;
    }
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(this::walk);
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components != null && !type.getSimpleName().equals("Unreadable")) {
      Arrays.stream(components).forEach(it -> walk(type, it));
    }
  }

  private void walk(Class<?> owner, RecordComponent component) {
    parts(component.getGenericType())
        .forEach(
            part -> {
              if (part.equals(String.class)) {
                texts.add(name(owner, component.getName()));
              }
              walk(part);
            });
  }

  private static List<Class<?>> parts(Type type) {
    return switch (type) {
      case Class<?> one -> List.of(one);
      case ParameterizedType of ->
          Arrays.stream(of.getActualTypeArguments()).flatMap(it -> parts(it).stream()).toList();
      case WildcardType any -> parts(any.getUpperBounds()[0]);
      default -> List.of(); // what a type variable stands for is looked at where it is told
    };
  }

  private static String name(Class<?> type, String component) {
    return type.getSimpleName() + "." + component;
  }
}
