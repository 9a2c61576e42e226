package dev.crossdock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;

/**
 * An order of the baselines, with what partners answered so far.
 *
 * @param answers what each step that is done gave: an id, or only that it is done
 */
record BaselineOrder(String id, JsonNode wanted, Map<Desk, String> answers) {

  /** The same key is the same order. */
  static BaselineOrder placed(String key, JsonNode wanted) {
    return new BaselineOrder("ord_" + key, wanted, new EnumMap<>(Desk.class));
  }

  boolean has(Desk step) {
    return answers.containsKey(step);
  }

  String answer(Desk step) {
    return answers.getOrDefault(step, "");
  }
}
