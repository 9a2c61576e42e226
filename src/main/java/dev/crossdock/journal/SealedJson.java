package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Seals parts of a JSON document that is stored elsewhere than in the journal. */
public final class SealedJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SealedJson() {}

  /**
   * What is to be stored of the document.
   *
   * @param pointers to the texts in it that tell of a person; those that it does not have are none
   * @param order whose document it is; its keys are ready
   */
  public static String stored(
      String document, Collection<String> pointers, OrderId order, OrderKeys keys) {
    try {
      if (!(MAPPER.readTree(document) instanceof ObjectNode open)) {
        return document;
      }
      ObjectNode apart = MAPPER.createObjectNode();
      pointers.forEach(pointer -> move(open, pointer, apart));
      return switch (apart.isEmpty() ? new Seal.None() : keys.of(order)) {
        case Seal.None none -> document;
        case Seal.Broken broken -> open.toString();
        case Seal.With key ->
            text(
                Envelope.stored(
                    order,
                    key.key(),
                    key.close(MAPPER.writeValueAsBytes(apart)),
                    MAPPER.writeValueAsBytes(open)));
      };
    } catch (IOException e) {
      throw new JournalException("a document that is none", e);
    }
  }

  private static void move(ObjectNode open, String pointer, ObjectNode apart) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode value = open.at(at);
    if (value.isTextual() && open.at(at.head()) instanceof ObjectNode parent) {
      apart.set(pointer, value);
      parent.put(at.last().getMatchingProperty(), PersonalFields.REDACTED);
    }
  }

  /**
   * The document of which this is stored; what cannot be opened any more says {@code REDACTED}.
   *
   * @throws KeysAway when nobody can tell just now
   */
  public static String opened(String stored, OrderKeys keys) {
    byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);
    if (!Envelope.isIn(bytes)) {
      return stored;
    }
    try {
      return Envelope.of(bytes, MAPPER).opened(keys, MAPPER).toString();
    } catch (JournalException lost) {
      return keys == OrderKeys.REDACTED ? stored : opened(stored, OrderKeys.REDACTED);
    } catch (IOException e) {
      throw new JournalException("a sealed document that is none", e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
