package dev.crossdock.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A message of a stream of events. */
record Message(String id, String event, String content) {

  /** All of a stream, comments left out, as a client would read them. */
  static List<Message> all(String stream) {
    List<Message> messages = new ArrayList<>();
    for (String block : stream.split("\n\n", -1)) {
      if (block.contains("data:")) {
        messages.add(new Message(idIfAny(block), field(block, "event"), field(block, "data")));
      }
    }
    return messages;
  }

  JsonNode json() {
    return AnyBody.read(content);
  }

  private static String idIfAny(String block) {
    return block.startsWith("id:") ? field(block, "id") : "";
  }

  private static String field(String block, String name) {
    return block
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + block));
  }
}
