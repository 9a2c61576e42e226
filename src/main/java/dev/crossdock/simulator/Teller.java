package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a call asks: the reading ones at once, the changing ones once a key. */
final class Teller {

  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final int KEY_LENGTH_MAX = 255;

  private final Book book;
  private final Pace pace;
  private final Clock clock;

  Teller(Book book, Pace pace, Clock clock) {
    this.book = book;
    this.pace = pace;
    this.clock = clock;
  }

  /** Counts a changing call that came in. */
  void arrived(Incoming incoming, Operation operation) {
    if (operation.keyed()) {
      book.arrived(new Keyed(incoming.segments().getFirst(), key(incoming)));
    }
  }

  /** Never throws: what goes wrong is an answer, too. */
  Reply perform(Incoming incoming, Operation operation) {
    try {
      return operation.keyed() ? change(incoming, operation) : read(incoming, operation);
    } catch (Refusal refusal) {
      return Reply.of(refusal);
    } catch (RuntimeException e) {
      LOG.error("operation {} failed", operation.name(), e);
      return Reply.of(Refusal.of(500, "bug", "The simulator failed", String.valueOf(e)));
    }
  }

  private Reply read(Incoming incoming, Operation operation) {
    Done done = operation.work().on(call(incoming, operation, ""), book);
    return Reply.of(done.status(), done.body());
  }

  private Reply change(Incoming incoming, Operation operation) {
    Call call = call(incoming, operation, key(incoming));
    return book.once(
        new Keyed(call.partner(), call.key()),
        fingerprint(incoming, call.body().node()),
        () -> operation.work().on(call, book));
  }

  private Call call(Incoming incoming, Operation operation, String key) {
    String partner = incoming.segments().getFirst();
    String id = operation.idIn(incoming.segments().subList(1, incoming.segments().size()));
    String reference = incoming.query("reference").orElse("");
    Body body = new Body(incoming.json());
    return new Call(partner, key, id, reference, body, clock.instant(), pace);
  }

  private static String key(Incoming incoming) {
    return incoming
        .idempotencyKey()
        .filter(key -> key.length() <= KEY_LENGTH_MAX)
        .orElseThrow(() -> Refusal.invalid("Idempotency-Key is required, 1 to 255 characters"));
  }

  /** The same for the same path and body, however the body's fields are ordered. */
  private static String fingerprint(Incoming incoming, JsonNode body) {
    try {
      String text =
          String.join("/", incoming.segments())
              + Json.write(Json.MAPPER.convertValue(body, Object.class));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
