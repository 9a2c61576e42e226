package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.view.DeadLetter;
import dev.crossdock.view.Generation;
import dev.crossdock.view.Part;
import dev.crossdock.view.ReadSideDesk.Replayed;
import dev.crossdock.view.ReadSideReport;
import dev.crossdock.view.SweepRound;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how the read side is. */
public final class ReadSideJson {
  private ReadSideJson() {}

  public static ObjectNode of(ReadSideReport report) {
    ObjectNode json = Json.object().put("asOf", report.asOf().toString());
    json.put("lagMillis", report.lagMillis())
        .put("eventsBehind", report.eventsBehind())
        .put("eventsPerSecond", Math.rint(report.eventsPerSecond()))
        .put("deadLetters", report.deadLetters());
    ArrayNode generations = json.putArray("generations");
    for (ReadSideReport.Progress progress : report.generations()) {
      ObjectNode one = of(progress.generation());
      one.put("position", progress.position())
          .put("eventsBehind", progress.eventsBehind())
          .put("lagMillis", progress.lagMillis())
          .put("percent", progress.percent());
      generations.add(one);
    }
    SweepRound sweep = report.sweep();
    Json.put(json, "sweep", sweep == null ? null : of(sweep));
    return json;
  }

  /** The first came with the tables: of it there is no time to tell. */
  public static ObjectNode of(Generation generation) {
    ObjectNode json =
        Json.object()
            .put("generation", generation.number())
            .put("state", generation.state().name());
    Part only = generation.only();
    Json.put(json, "only", only == null ? null : only.label());
    Json.put(json, "begunAt", known(generation.begunAt()));
    Json.put(json, "liveAt", known(generation.liveAt()));
    return json;
  }

  private static @Nullable Instant known(@Nullable Instant at) {
    return Instant.EPOCH.equals(at) ? null : at;
  }

  public static ObjectNode of(List<DeadLetter> letters) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    for (DeadLetter letter : letters) {
      items
          .addObject()
          .put("projector", letter.projector())
          .put("persistenceId", letter.persistenceId())
          .put("version", letter.sequenceNumber())
          .put("generation", letter.generation())
          .put("failedAt", letter.failedAt().toString())
          .put("reason", letter.reason());
    }
    return json;
  }

  public static ObjectNode of(Replayed replayed) {
    return Json.object().put("replayed", replayed.replayed()).put("failed", replayed.failed());
  }

  private static ObjectNode of(SweepRound sweep) {
    ObjectNode json =
        Json.object()
            .put("generation", sweep.generation())
            .put("begunAt", sweep.begunAt().toString());
    Json.put(json, "endedAt", sweep.endedAt());
    return json.put("compared", sweep.compared())
        .put("mended", sweep.mended())
        .put("withoutJournal", sweep.withoutJournal());
  }
}
