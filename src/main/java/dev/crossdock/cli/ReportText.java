package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.replay.Fault;
import dev.crossdock.replay.FaultKind;
import dev.crossdock.replay.Report;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a journal was found to be like.
 *
 * @param plain how long the same rows take to be read and nothing else; absent: not measured
 */
record ReportText(Report report, @Nullable Duration plain) {
  private static final double SECOND = 1000.0;

  void table(PrintWriter out) {
    out.printf("%-28s %,14d%n", "orders, shipments, claims", report.entities());
    out.printf("%-28s %,14d%n", "events", report.events());
    out.printf("%-28s %,14d%n", "bytes of events", report.bytes());
    out.printf("%-28s %,14d%n", "events with a hash", report.chained());
    out.printf("%-28s %,14d%n", "snapshots", report.snapshots());
    report
        .rows()
        .ifPresentOrElse(
            rows -> out.printf("%-28s %,14d%n", "rows of the read side", rows),
            () -> out.println("there is no read side to compare with"));
    out.printf("%-28s %,14.3f%n", "seconds", report.took().toMillis() / SECOND);
    out.printf("%-28s %,14.0f%n", "events a second", report.eventsPerSecond());
    if (plain != null) {
      out.printf("%-28s %,14.3f%n", "seconds to read them plainly", plain.toMillis() / SECOND);
      out.printf("%-28s %14.2f%n", "verified at so much of that", ratio(plain));
    }
    for (FaultKind kind : FaultKind.values()) {
      out.printf(
          "%-28s %,14d%n", "faults: " + kind.label(), report.counts().getOrDefault(kind, 0L));
    }
    for (Fault fault : report.first()) {
      out.printf(
          "%s  %s  event %d  %s%n",
          fault.kind().label(), fault.id(), fault.version(), fault.detail());
    }
    out.println(report.isSound() ? "The journal is sound." : "SOMETHING IS WRONG.");
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sound", report.isSound())
        .put("entities", report.entities())
        .put("events", report.events())
        .put("bytes", report.bytes())
        .put("eventsWithHash", report.chained())
        .put("snapshots", report.snapshots());
    report.rows().ifPresent(rows -> json.put("readSideRows", rows));
    json.put("tookMillis", report.took().toMillis())
        .put("eventsPerSecond", Math.round(report.eventsPerSecond()));
    if (plain != null) {
      json.put("plainMillis", plain.toMillis()).put("ratioToPlain", ratio(plain));
    }
    ObjectNode counts = json.putObject("faultCounts");
    for (FaultKind kind : FaultKind.values()) {
      counts.put(kind.label(), report.counts().getOrDefault(kind, 0L));
    }
    ArrayNode faults = json.putArray("faults");
    for (Fault fault : report.first()) {
      faults
          .addObject()
          .put("kind", fault.kind().label())
          .put("id", fault.id())
          .put("version", fault.version())
          .put("detail", fault.detail());
    }
    return json;
  }

  /** 1: as fast as reading alone. */
  private double ratio(Duration other) {
    return Math.round(other.toNanos() * SECOND / Math.max(1, report.took().toNanos())) / SECOND;
  }
}
