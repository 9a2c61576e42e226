package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Recorded;
import org.junit.jupiter.api.Test;

/** How far a journal can be read, whatever is wrong with it. */
final class PlaceTest {
  private static final OrderEvent PLACED =
      new OrderEvent.Placed(
          Sample.ID, "print-1", Sample.content("PO-1"), Sample.flow(), Sample.NOON);
  private static final OrderEvent PARKED =
      new OrderEvent.Stepped(
          new StepEvent.Parked(
              Step.CHECK_CUSTOMER,
              1,
              "customer",
              "closed",
              Sample.NOON.plusSeconds(60),
              Sample.NOON));

  @Test
  void numbersEventsAsTheJournalDoes() {
    Place first = Place.start().after(1, PLACED);
    assertThat(first.recorded(PLACED)).map(Recorded::version).contains(1L);
    Place second = first.after(2, PARKED);
    assertThat(second.recorded(PARKED)).map(Recorded::version).contains(2L);
    assertThat(second.isOver()).isFalse();
  }

  @Test
  void endsAtAHole() {
    Place place = Place.start().after(1, PLACED).after(3, PARKED);
    assertThat(place.isOver()).isTrue();
    assertThat(place.recorded(PARKED)).isEmpty();
    assertThat(((OrderState.Quarantined) place.state()).reason()).isEqualTo("event 2 is missing");
  }

  @Test
  void endsAtAnEventThatDoesNotFit() {
    Place place = Place.start().after(1, PLACED).after(2, PLACED);
    assertThat(place.isOver()).isTrue();
    assertThat(place.after(3, PARKED)).isEqualTo(place);
  }

  @Test
  void endsAtAnEventThatCannotBeRead() {
    var unreadable = new OrderEvent.Unreadable("not JSON", Sample.NOON);
    assertThat(Place.start().after(1, unreadable).isOver()).isTrue();
  }
}
