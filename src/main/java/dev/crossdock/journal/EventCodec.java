package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.Flows;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one aggregate's events: {@code {"type": "step-succeeded", …}} as UTF-8 JSON.
 * Safe to share between threads.
 *
 * @param <E> the aggregate's sealed event type
 */
public final class EventCodec<E> {
  private final Names<E> names;
  private final ObjectMapper mapper;
  private final ObjectReader reader;

  EventCodec(Names<E> names, ObjectMapper mapper) {
    this.names = names;
    this.mapper = mapper;
    this.reader = mapper.readerFor(names.type());
  }

  public static EventCodec<OrderEvent> orders(Supplier<Flows> flows) {
    return new EventCodec<>(StoredNames.ORDERS, JournalMapper.create(flows));
  }

  public static EventCodec<ShipmentEvent> shipments(Supplier<Flows> flows) {
    return new EventCodec<>(StoredNames.SHIPMENTS, JournalMapper.create(flows));
  }

  public static EventCodec<ClaimEvent> claims(Supplier<Flows> flows) {
    return new EventCodec<>(StoredNames.CLAIMS, JournalMapper.create(flows));
  }

  /**
   * What is stored for the event.
   *
   * @throws JournalException when it is one that is never stored
   */
  public byte[] encode(E event) {
    String name = names.nameOf(event);
    try {
      return mapper.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new JournalException("cannot store " + name + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The event of which this is stored.
   *
   * @throws JournalException when it cannot be read: damaged, unknown, or of a newer program
   */
  public E decode(byte[] stored) {
    try {
      @Nullable E event = reader.readValue(stored);
      return Objects.requireNonNull(event, "no event");
    } catch (IOException | RuntimeException e) {
      throw new JournalException("unreadable event: " + firstLine(e), e);
    }
  }

  /**
   * The name that the event is stored under, as the API tells it too.
   *
   * @throws JournalException when it is one that is never stored
   */
  public String type(E event) {
    return names.nameOf(event);
  }

  /** What the event says beside its name and its time, for the API. */
  public ObjectNode data(E event) {
    ObjectNode tree = mapper.valueToTree(event);
    return tree.without(List.of(Names.TYPE, Names.VERSION, "at"));
  }

  private static String firstLine(Exception e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
