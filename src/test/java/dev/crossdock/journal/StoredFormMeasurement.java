package dev.crossdock.journal;

import static dev.crossdock.journal.Samples.AT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Answer;
import dev.crossdock.shipment.ShipmentEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes and microseconds of the stored form as JSON and as CBOR, for ADR 3. Run it by hand; it is
 * no test, for nothing may depend on how fast a machine is today.
 */
final class StoredFormMeasurement {
  private static final Logger LOG = LoggerFactory.getLogger(StoredFormMeasurement.class);
  private static final int ROUNDS = 4000;

  private StoredFormMeasurement() {}

  /** Measures both forms three times in turn; the last is the one to note. */
  public static void main(String[] args) {
    ObjectMapper json = JournalMapper.create(() -> Samples.FLOWS);
    ObjectMapper cbor = JournalMapper.configure(new CBORMapper(), () -> Samples.FLOWS);
    for (int i = 0; i < 3; i++) {
      measure("JSON", json);
      measure("CBOR", cbor);
    }
  }

  private static void measure(String form, ObjectMapper mapper) {
    EventCodec<OrderEvent> orders = new EventCodec<>(StoredNames.ORDERS, mapper);
    EventCodec<ShipmentEvent> shipments = new EventCodec<>(StoredNames.SHIPMENTS, mapper);
    Figures figures = new Figures();
    for (int i = 0; i < ROUNDS; i++) {
      orders().forEach(event -> figures.add(orders, event));
      shipments().forEach(event -> figures.add(shipments, event));
    }
    LOG.info("{}: {}", form, figures);
  }

  /** The life of an order with two lines and one shipment, without a fault. */
  private static List<OrderEvent> orders() {
    List<OrderEvent> life = new ArrayList<>();
    life.add(EventSamples.PLACED);
    life.add(did(Step.VALIDATE_ADDRESS, Samples.ANSWERS.get(1)));
    life.add(did(Step.CHECK_CUSTOMER, Samples.ANSWERS.get(2)));
    life.add(did(Step.CHECK_FRAUD, Samples.ANSWERS.get(3)));
    life.add(did(Step.RESERVE_INVENTORY, Samples.ANSWERS.get(4)));
    life.add(did(Step.AUTHORIZE_PAYMENT, Samples.AUTHORIZED));
    life.add(new OrderEvent.Confirmed(List.of(EventSamples.PLAN), AT));
    life.add(did(Step.NOTIFY, new Answer.Notified("ntf_1")));
    life.addAll(Collections.nCopies(9, new OrderEvent.ShipmentTold(EventSamples.SUMMARY, AT)));
    life.add(new OrderEvent.Closed(AT));
    return life;
  }

  private static List<ShipmentEvent> shipments() {
    List<ShipmentEvent> life = new ArrayList<>();
    life.add(EventSamples.OPENED);
    life.add(went(Step.QUOTE_RATES, new Answer.Quoted(Collections.nCopies(6, Samples.RATE))));
    life.add(went(Step.BOOK_SHIPMENT, Samples.BOOKED));
    life.add(
        new ShipmentEvent.Stepped(
            new StepEvent.Taken(
                Step.RELEASE_FULFILLMENT, 1, "warehouse", fulfilling("ACCEPTED"), AT)));
    life.addAll(
        Collections.nCopies(
            3, new ShipmentEvent.FulfillmentMoved(Answer.FulfillmentStatus.PICKED, AT)));
    life.add(went(Step.RELEASE_FULFILLMENT, fulfilling("SHIPPED")));
    life.add(went(Step.CAPTURE_PAYMENT, Samples.ANSWERS.get(6)));
    life.addAll(Collections.nCopies(3, went(Step.NOTIFY, new Answer.Notified("ntf_2"))));
    life.addAll(Collections.nCopies(6, new ShipmentEvent.Scanned(List.of(Samples.SCAN), AT)));
    life.add(went(Step.TRACK, new Answer.Tracked(List.of(Samples.SCAN))));
    return life;
  }

  private static Answer fulfilling(String status) {
    return new Answer.Fulfilling("ful_1", Answer.FulfillmentStatus.valueOf(status), null);
  }

  private static OrderEvent did(Step step, Answer answer) {
    return new OrderEvent.Stepped(new StepEvent.Succeeded(step, 1, "partner", answer, AT));
  }

  private static ShipmentEvent went(Step step, Answer answer) {
    return new ShipmentEvent.Stepped(new StepEvent.Succeeded(step, 1, "partner", answer, AT));
  }

  /** Sums over many events. */
  private static final class Figures {
    private long events;
    private long bytes;
    private long writing;
    private long reading;

    <E> void add(EventCodec<E> codec, E event) {
      long begin = System.nanoTime();
      byte[] stored = codec.encode(event);
      long between = System.nanoTime();
      E read = codec.decode(stored);
      reading += System.nanoTime() - between;
      writing += between - begin;
      bytes += stored.length;
      events++;
      if (!read.equals(event)) {
        throw new IllegalStateException(read + " is not " + event);
      }
    }

    @Override
    public String toString() {
      return "%d events an order, %d bytes an order, %d bytes an event, write %.1f us, read %.1f us"
          .formatted(
              events / ROUNDS,
              bytes / ROUNDS,
              bytes / events,
              writing / 1e3 / events,
              reading / 1e3 / events);
    }
  }
}
