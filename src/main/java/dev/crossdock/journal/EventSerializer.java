package dev.crossdock.journal;

import dev.crossdock.claim.ClaimEvent;
import java.util.function.Function;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Stores one aggregate's events through Pekko, without a manifest: the name is in the bytes.
 *
 * @param <E> the aggregate's sealed event type
 */
public final class EventSerializer<E> extends SerializerWithStringManifest {
  private final int identifier;
  private final Class<E> type;
  private final EventCodec<E> codec;
  private final Function<String, E> unreadable;
  private final OrderKeys keys;

  /**
   * @param identifier stored in every row: never changed, never used again
   * @param unreadable the event that stands for bytes that cannot be read, given the reason
   */
  EventSerializer(
      int identifier,
      Class<E> type,
      EventCodec<E> codec,
      Function<String, E> unreadable,
      OrderKeys keys) {
    this.identifier = identifier;
    this.type = type;
    this.codec = codec;
    this.unreadable = unreadable;
    this.keys = keys;
  }

  /** What seals that which is personal of the events that it stores. */
  public OrderKeys keys() {
    return keys;
  }

  @Override
  public int identifier() {
    return identifier;
  }

  @Override
  public String manifest(Object event) {
    return "";
  }

  /**
   * A claim belongs to no order yet, so that nothing personal is kept in it. Of everything else
   * that is to be sealed somebody has to say whose it is.
   */
  @Override
  public byte[] toBinary(Object event) {
    if (event instanceof Owned owned) {
      return codec.encode(type.cast(owned.event()), owned.order());
    }
    if (!keys.areThere()) {
      return codec.encode(type.cast(event));
    }
    if (event instanceof ClaimEvent) {
      return codec.encodeImpersonal(type.cast(event));
    }
    throw new JournalException("an event that is to be sealed names no order");
  }

  /**
   * The event, or the one that says it is unreadable. An exception here would stop the entity's
   * recovery for ever, with nobody able to look at what there is of it.
   *
   * @throws JournalException when it could be read, if only the database answered
   */
  @Override
  public Object fromBinary(byte[] stored, String manifest) {
    try {
      return type.cast(codec.decode(stored));
    } catch (JournalException e) {
      if (e.isOutOfReach()) {
        throw e;
      }
      return type.cast(unreadable.apply(String.valueOf(e.getMessage())));
    }
  }
}
