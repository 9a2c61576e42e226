package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came of a call: the answer, and the entries as they are from now on.
 *
 * @param status of HTTP
 */
record Done(int status, JsonNode body, List<Entry> entries) {

  static Done answer(int status, JsonNode body, Entry... entries) {
    return new Done(status, body, List.of(entries));
  }

  /** Zero or one item, as every look-up answers. */
  static Done items(List<Entry> found) {
    var body = Json.object();
    var items = body.putArray("items");
    found.forEach(entry -> items.add(entry.toldNow()));
    return answer(200, body);
  }
}
