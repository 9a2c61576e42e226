package dev.crossdock.journal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.trade.OrderId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * An event whose personal part is sealed: {@code {"type":"sealed", "order":…, "key":…,
 * "personal":…, "event":{…}}}. A program that knows of no such thing refuses it, rather than to
 * send goods to REDACTED.
 *
 * @param personal sealed
 * @param event without what is personal
 */
record Envelope(OrderId order, String key, String personal, ObjectNode event) {
  /** The name that no kind of event may have. */
  static final String NAME = "sealed";

  private static final byte[] BEGIN =
      ("{\"type\":\"" + NAME + "\",\"order\":\"").getBytes(StandardCharsets.UTF_8);

  /** Its stored form. */
  static byte[] stored(OrderId order, String key, byte[] personal, byte[] event) {
    ByteArrayOutputStream all =
        new ByteArrayOutputStream(event.length + personal.length * 4 / 3 + 160);
    all.writeBytes(BEGIN);
    all.writeBytes(quoted(order.entityId()));
    all.writeBytes(bytes("\",\"key\":\""));
    all.writeBytes(quoted(key));
    all.writeBytes(bytes("\",\"personal\":\""));
    all.writeBytes(Base64.getEncoder().encode(personal));
    all.writeBytes(bytes("\",\"event\":"));
    all.writeBytes(event);
    all.write('}');
    return all.toByteArray();
  }

  static boolean isIn(byte[] stored) {
    return stored.length > BEGIN.length
        && Arrays.equals(stored, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
  }

  /**
   * Reads its stored form.
   *
   * @throws JournalException when something is missing
   */
  static Envelope of(byte[] stored, ObjectMapper mapper) throws IOException {
    JsonNode tree = mapper.readTree(stored);
    if (!(tree.path("event") instanceof ObjectNode event)
        || !tree.path("order").asText().contains(":")) {
      throw new JournalException("a sealed event without an order, or without an event");
    }
    return new Envelope(
        OrderId.ofEntity(tree.path("order").asText()),
        tree.path("key").asText(),
        tree.path("personal").asText(),
        event);
  }

  /** The event, as whole as it can be had. */
  ObjectNode opened(OrderKeys keys, ObjectMapper mapper) throws IOException {
    Optional<byte[]> apart = open(keys);
    if (apart.isPresent()) {
      Apart.putBack(event, mapper.readTree(apart.get()));
    }
    return event;
  }

  /** What is sealed; empty when its key was destroyed. */
  Optional<byte[]> open(OrderKeys keys) {
    return keys.open(order, key, Base64.getDecoder().decode(personal));
  }

  private static byte[] quoted(String text) {
    return bytes(new String(JsonStringEncoder.getInstance().quoteAsString(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
