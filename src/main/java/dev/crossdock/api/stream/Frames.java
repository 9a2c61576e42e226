package dev.crossdock.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.write.Json;
import java.time.Duration;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;

/** What server-sent events look like on the wire. */
public final class Frames {
  /** Says nothing, but that the connection is alive. */
  static final ByteString COMMENT = ByteString.fromString(":\n\n");

  private static final ByteString END = ByteString.fromString("\n\n");

  private Frames() {}

  /**
   * An event.
   *
   * @param id what a client sends as {@code Last-Event-ID} to go on behind it; null leaves that as
   *     it was
   */
  public static ByteString event(@Nullable String id, String type, JsonNode content) {
    String head = (id == null ? "" : "id:" + id + "\n") + "event:" + type + "\ndata:";
    return ByteString.fromString(head)
        .concat(ByteString.fromArrayUnsafe(Json.bytes(content)))
        .concat(END);
  }

  /** Tells the client when to come again once the stream is cut; with a word for whoever reads. */
  static ByteString retry(String comment, Duration after) {
    return ByteString.fromString(":" + comment + "\nretry:" + after.toMillis() + "\n\n");
  }
}
