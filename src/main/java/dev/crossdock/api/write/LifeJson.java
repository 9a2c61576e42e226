package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.replay.Difference;
import dev.crossdock.replay.Life;
import dev.crossdock.replay.Moment;
import dev.crossdock.replay.Waited;

/** Writes the life of an order. */
public final class LifeJson {
  private LifeJson() {}

  /** All of it, event by event. */
  public static ObjectNode of(Life life) {
    ObjectNode json = Json.object().put("id", life.id().value()).put("version", life.version());
    ArrayNode items = json.putArray("items");
    life.moments().forEach(moment -> items.add(moment(moment)));
    return json;
  }

  private static ObjectNode moment(Moment moment) {
    ObjectNode json =
        Json.object()
            .put("of", moment.of())
            .put("version", moment.version())
            .put("type", moment.type())
            .put("occurredAt", moment.at().toString())
            .put("by", moment.by());
    Waited waited = moment.waited();
    if (waited != null) {
      json.putObject("waited")
          .put("for", waited.whom())
          .put("step", waited.step().label())
          .put("since", waited.since().toString())
          .put("millis", waited.time().toMillis());
    }
    ArrayNode changes = json.putArray("changes");
    for (Difference difference : moment.changes()) {
      ObjectNode one = changes.addObject().put("what", difference.what());
      Json.put(one, "before", difference.before());
      Json.put(one, "after", difference.after());
    }
    return json;
  }
}
