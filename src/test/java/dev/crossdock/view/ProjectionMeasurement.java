package dev.crossdock.view;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events a second, and processor time of this JVM for each order, that the view takes on
 * PostgreSQL: all at once, then interleaved as under load, then a rebuild of the whole. Run it by
 * hand; it is no test, for nothing may depend on how fast a machine is today.
 */
final class ProjectionMeasurement {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionMeasurement.class);
  private static final int AT_ONCE = 500;

  private ProjectionMeasurement() {}

  /** Takes the number of orders. */
  public static void main(String[] args) throws Exception {
    int orders = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    try (Bench bench = Bench.measured(Vendor.POSTGRESQL, Path.of("target"))) {
      long events = fill(bench.database, orders);
      bench.run("ANALYZE");
      long begun = System.nanoTime();
      Duration cpu = cpu();
      bench.start();
      bench.awaitAll();
      tell("from the beginning", orders, events, begun, cpu);
      begun = System.nanoTime();
      cpu = cpu();
      Bench.answered(bench.readSide.rebuild(Optional.empty()));
      while (bench.number("SELECT COUNT(*) FROM read_generation WHERE state = 'BUILDING'") > 0) {
        Thread.onSpinWait();
      }
      tell("rebuilt", orders, events, begun, cpu);
      begun = System.nanoTime();
      SweepRound round = Bench.answered(bench.readSide.sweep());
      LOG.info("{} in {} ms", round, (System.nanoTime() - begun) / 1_000_000);
    }
  }

  private static void tell(String what, int orders, long events, long begun, Duration cpu) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    double used = cpu().minus(cpu).toNanos() / 1e9;
    LOG.info(
        "{}: {} events of {} orders in {} s, {} events/s, {} us of processor an event, {} ms an"
            + " order (JVM only)",
        what,
        events,
        orders,
        "%.1f".formatted(seconds),
        "%.0f".formatted(events / seconds),
        "%.0f".formatted(used * 1e6 / events),
        "%.2f".formatted(used * 1e3 / orders));
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Some hundred orders at a time take turns, as they do under load. */
  private static long fill(Database database, int orders) throws Exception {
    long events = 0;
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < orders; from += AT_ONCE) {
        List<List<Story.Told>> open = new ArrayList<>();
        for (int i = from; i < Math.min(orders, from + AT_ONCE); i++) {
          open.add(new ArrayList<>(Story.told(Story.id(i)).events()));
        }
        while (!open.isEmpty()) {
          int which = ThreadLocalRandom.current().nextInt(open.size());
          List<Story.Told> story = open.get(which);
          Bench.insert(connection, List.of(story.removeFirst()));
          events++;
          if (story.isEmpty()) {
            open.remove(which);
          }
        }
        connection.commit();
      }
    }
    return events;
  }
}
