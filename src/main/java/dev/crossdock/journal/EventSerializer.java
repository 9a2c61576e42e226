package dev.crossdock.journal;

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

  /**
   * @param identifier stored in every row: never changed, never used again
   * @param unreadable the event that stands for bytes that cannot be read, given the reason
   */
  EventSerializer(
      int identifier, Class<E> type, EventCodec<E> codec, Function<String, E> unreadable) {
    this.identifier = identifier;
    this.type = type;
    this.codec = codec;
    this.unreadable = unreadable;
  }

  @Override
  public int identifier() {
    return identifier;
  }

  @Override
  public String manifest(Object event) {
    return "";
  }

  @Override
  public byte[] toBinary(Object event) {
    return codec.encode(type.cast(event));
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
