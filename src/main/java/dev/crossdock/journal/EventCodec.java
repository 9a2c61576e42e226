package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.Flows;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.OrderId;
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
  private final ObjectWriter writer;
  private final OrderKeys keys;

  EventCodec(Names<E> names, ObjectMapper mapper) {
    this(names, mapper, OrderKeys.NONE);
  }

  EventCodec(Names<E> names, ObjectMapper mapper, OrderKeys keys) {
    this.names = names;
    this.mapper = mapper;
    this.reader = mapper.readerFor(names.type());
    this.writer = mapper.writer();
    this.keys = keys;
  }

  public static EventCodec<OrderEvent> orders(Supplier<Flows> flows) {
    return orders(flows, OrderKeys.NONE);
  }

  /** Of orders; what is personal of them is sealed with their keys. */
  public static EventCodec<OrderEvent> orders(Supplier<Flows> flows, OrderKeys keys) {
    return new EventCodec<>(StoredNames.ORDERS, JournalMapper.create(flows), keys);
  }

  /** Of shipments; what is personal of them is sealed with their orders' keys. */
  public static EventCodec<ShipmentEvent> shipments(Supplier<Flows> flows, OrderKeys keys) {
    return new EventCodec<>(StoredNames.SHIPMENTS, JournalMapper.create(flows), keys);
  }

  public static EventCodec<ClaimEvent> claims(Supplier<Flows> flows) {
    return new EventCodec<>(StoredNames.CLAIMS, JournalMapper.create(flows));
  }

  /**
   * What is stored for the event, all of it readable to everybody.
   *
   * @throws JournalException when it is one that is never stored
   */
  public byte[] encode(E event) {
    return written(event, writer);
  }

  /**
   * What is stored for an event of that order.
   *
   * @throws JournalException when it is one that is never stored
   */
  public byte[] encode(E event, OrderId order) {
    Seal seal = keys.of(order);
    if (seal instanceof Seal.None) {
      return encode(event);
    }
    Apart apart = new Apart();
    byte[] open = written(event, writer.withAttribute(PersonalProperty.ATTRIBUTE, apart));
    if (!apart.isEmpty() && seal instanceof Seal.With key) {
      try {
        return Envelope.stored(order, key.key(), key.close(apart.stored(mapper)), open);
      } catch (IOException e) {
        throw new JournalException("cannot store " + names.nameOf(event) + ": " + firstLine(e), e);
      }
    }
    return open;
  }

  /**
   * What is stored for an event that belongs to no order yet: without what is personal of it.
   *
   * @throws JournalException when it is one that is never stored
   */
  byte[] encodeImpersonal(E event) {
    return written(event, writer.withAttribute(PersonalProperty.ATTRIBUTE, true));
  }

  private byte[] written(E event, ObjectWriter how) {
    String name = names.nameOf(event);
    try {
      return how.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new JournalException("cannot store " + name + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The event of which this is stored. Where its key was destroyed it says {@code REDACTED}.
   *
   * @throws JournalException when it cannot be read: damaged, unknown, or of a newer program
   * @throws KeysAway when nobody can tell just now
   */
  public E decode(byte[] stored) {
    try {
      @Nullable E event =
          Envelope.isIn(stored)
              ? reader.readValue(Envelope.of(stored, mapper).opened(keys, mapper))
              : reader.readValue(stored);
      return Objects.requireNonNull(event, "no event");
    } catch (KeysAway e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new JournalException("unreadable event: " + firstLine(e), e);
    }
  }

  /** Whether that is an event of which a part is sealed. */
  public static boolean isSealed(byte[] stored) {
    return Envelope.isIn(stored);
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
