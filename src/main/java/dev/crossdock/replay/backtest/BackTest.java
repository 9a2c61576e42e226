package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Flow;
import dev.crossdock.order.Order;
import dev.crossdock.replay.Archive;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import dev.crossdock.view.JournalRow;
import dev.crossdock.view.JournalTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Plays the orders of a time again: through the flow that they had, which shows how far the play
 * can be trusted, and through another. No partner is called. Orders do not get in each other's way:
 * the limits of partners are not played.
 */
public final class BackTest {
  /** Orders that are played at most. */
  public static final int ORDERS_MAX = 100_000;

  private static final int ORDERS_AT_ONCE = 200;
  private static final String PLACED =
      "SELECT \"persistence_id\" FROM \"event_journal\" WHERE \"persistence_id\" LIKE 'order|%'"
          + " AND \"sequence_number\" = 1 AND \"write_timestamp\" >= ? AND \"write_timestamp\" < ?"
          + " ORDER BY \"ordering\" FETCH NEXT ? ROWS ONLY";

  private final Archive archive;
  private final JournalTable journal;
  private final Codecs codecs;

  public BackTest(Archive archive) {
    this.archive = archive;
    this.journal = JournalTable.of(archive.vendor());
    this.codecs = archive.codecs();
  }

  /**
   * Plays the orders placed from one time until before another.
   *
   * @param ordersMax 1 to {@link #ORDERS_MAX}; the oldest
   * @param other the flow to play an order of that flow through; empty: it is left out
   * @param progress told how many more orders are done
   */
  public Comparison play(
      Instant since,
      Instant until,
      int ordersMax,
      Function<Flow, Optional<Flow>> other,
      LongConsumer progress)
      throws SQLException {
    List<Recording> recordings = new ArrayList<>();
    int leftOut = 0;
    try (Connection connection = archive.database().getConnection()) {
      List<String> ids = placed(connection, since, until, ordersMax);
      for (int i = 0; i < ids.size(); i += ORDERS_AT_ONCE) {
        List<String> some = ids.subList(i, Math.min(ids.size(), i + ORDERS_AT_ONCE));
        List<Recording> found = recordings(connection, some);
        leftOut += some.size() - found.size();
        recordings.addAll(found);
      }
    }
    Pool pool = Pool.of(recordings);
    Comparison comparison = new Comparison();
    for (Recording recording : recordings) {
      Flow flow = recording.placed().flow();
      Optional<Flow> candidate = other.apply(flow);
      if (candidate.isEmpty()) {
        leftOut++;
      } else {
        comparison.add(
            recording.placed().id(),
            recording.course(),
            PlayedOrder.play(recording, flow, pool),
            PlayedOrder.play(recording, candidate.get(), pool));
      }
      progress.accept(1);
    }
    return comparison.leftOut(leftOut);
  }

  private static List<String> placed(
      Connection connection, Instant since, Instant until, int ordersMax) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PLACED)) {
      statement.setLong(1, since.toEpochMilli());
      statement.setLong(2, until.toEpochMilli());
      statement.setInt(3, ordersMax);
      List<String> ids = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
      return ids;
    }
  }

  /** Of those that can be trusted, and have come to something. */
  private List<Recording> recordings(Connection connection, List<String> orders)
      throws SQLException {
    Map<String, Recorder> recorders = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (Fold.Step step : steps(connection, orders)) {
      if (step.change() instanceof Change.OfOrder c) {
        String id = Fold.ORDERS + c.id().entityId();
        recorders.computeIfAbsent(id, any -> new Recorder()).take(c);
        if (c.after() instanceof Order order) {
          order
              .consignments()
              .forEach(it -> owners.put(Fold.SHIPMENTS + it.plan().id().entityId(), id));
        }
      }
    }
    for (Fold.Step step : steps(connection, owners.keySet())) {
      if (step.change() instanceof Change.OfShipment c) {
        Recorder recorder =
            recorders.get(owners.getOrDefault(Fold.SHIPMENTS + c.id().entityId(), ""));
        if (recorder != null) {
          recorder.take(c);
        }
      }
    }
    List<Recording> recordings = new ArrayList<>();
    for (String id : orders) {
      Recorder recorder = recorders.get(id);
      if (recorder != null) {
        recorder.recording().ifPresent(recordings::add);
      }
    }
    return recordings;
  }

  private List<Fold.Step> steps(Connection connection, Collection<String> ids) throws SQLException {
    Map<String, Fold> folds = new HashMap<>();
    List<Fold.Step> steps = new ArrayList<>();
    if (ids.isEmpty()) {
      return steps;
    }
    for (JournalRow row : journal.streams(connection, ids)) {
      Fold before = folds.computeIfAbsent(row.persistenceId(), id -> Fold.begin(id).orElseThrow());
      Fold.Step step = before.after(row, codecs);
      folds.put(row.persistenceId(), step.next());
      steps.add(step);
    }
    return steps;
  }
}
