package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables with the journal, page by page, and mends what is missing or behind. Only
 * what the projection has passed is compared: what it has yet to come to is no fault.
 */
final class Sweep {
  private final ReadSideParts parts;
  private final SweepTables tables;
  private final Mender mender;
  private final LiveGeneration live;

  Sweep(ReadSideParts parts, LiveGeneration live) {
    this.parts = parts;
    this.tables = new SweepTables(parts.store().vendor());
    this.mender = new Mender(parts);
    this.live = live;
  }

  /** What is looked at: the journal for rows that are missing, then rows for their journal. */
  enum Phase {
    JOURNAL,
    ORDERS,
    SHIPMENTS,
    OVER
  }

  /**
   * Where a round is.
   *
   * @param after the id that was looked at last
   */
  record Place(Phase phase, String after, SweepRound round) {
    boolean isOver() {
      return phase == Phase.OVER;
    }
  }

  /** A round through everything, not begun yet. */
  CompletionStage<Place> begin() {
    Instant now = parts.clock().instant();
    return parts
        .store()
        .run(live::on)
        .thenApply(
            generation ->
                new Place(Phase.JOURNAL, "", new SweepRound(generation, now, null, 0, 0, 0)));
  }

  /** One page further. */
  CompletionStage<Place> next(Place place, int idsMax) {
    return switch (place.phase()) {
      case JOURNAL ->
          parts
              .store()
              .run(connection -> compare(connection, place, idsMax))
              .thenCompose(page -> mended(place, page));
      case ORDERS, SHIPMENTS ->
          parts.store().transaction(connection -> check(connection, place, idsMax));
      case OVER -> CompletableFuture.completedFuture(place);
    };
  }

  /** Page after page to the end. */
  CompletionStage<SweepRound> round(int idsMax) {
    return begin().thenCompose(place -> toTheEnd(place, idsMax)).thenApply(Place::round);
  }

  private CompletionStage<Place> toTheEnd(Place place, int idsMax) {
    return place.isOver()
        ? CompletableFuture.completedFuture(place)
        : next(place, idsMax).thenCompose(further -> toTheEnd(further, idsMax));
  }

  /**
   * A page of the journal's ids.
   *
   * @param last absent when the page was the last
   */
  private record Page(@Nullable String last, long compared, List<String> torn) {}

  private Page compare(Connection connection, Place place, int idsMax) throws SQLException {
    int generation = place.round().generation();
    JournalPosition passed = Offsets.of(connection, Generation.projection(generation));
    Map<String, Long> journal = tables.journal(connection, place.after(), idsMax);
    String last = journal.size() < idsMax ? null : List.copyOf(journal.keySet()).getLast();
    journal.keySet().removeIf(id -> Fold.begin(id).isEmpty());
    Generation of = Generations.numbered(connection, generation);
    Map<String, Long> rows = versions(connection, of, journal.keySet());
    Map<String, Long> suspects = new HashMap<>();
    journal.forEach(
        (id, version) -> {
          long row = rows.getOrDefault(id, 0L);
          if (row != version) {
            suspects.put(id, Math.min(row, version) + (row < version ? 1 : 0));
          }
        });
    return new Page(last, journal.size(), tables.passed(connection, suspects, passed));
  }

  private static Map<String, Long> versions(Connection connection, Generation of, Set<String> ids)
      throws SQLException {
    Set<OrderId> orders = new HashSet<>();
    Set<ShipmentId> shipments = new HashSet<>();
    for (String id : ids) {
      if (id.startsWith(Fold.ORDERS)) {
        orders.add(OrderId.ofEntity(id.substring(Fold.ORDERS.length())));
      } else {
        shipments.add(ShipmentId.ofEntity(id.substring(Fold.SHIPMENTS.length())));
      }
    }
    Map<String, Long> versions = new HashMap<>();
    Versions.orders(connection, of.numberOf(Part.ORDERS), orders)
        .forEach((id, version) -> versions.put(Fold.ORDERS + id.entityId(), version));
    Versions.shipments(connection, of.numberOf(Part.SHIPMENTS), shipments)
        .forEach((id, version) -> versions.put(Fold.SHIPMENTS + id.entityId(), version));
    return versions;
  }

  private CompletionStage<Place> mended(Place place, Page page) {
    SweepRound was = place.round();
    CompletionStage<Long> mended = CompletableFuture.completedFuture(was.mended());
    for (String id : page.torn()) {
      mended =
          mended.thenCompose(
              sum ->
                  parts
                      .store()
                      .transaction(connection -> mender.mend(connection, was.generation(), id))
                      .thenApply(isMended -> sum + (isMended ? 1 : 0)));
    }
    String last = page.last();
    return mended.thenApply(
        sum -> {
          parts
              .registry()
              .counter("crossdock.read.side.mended")
              .increment((double) (sum - was.mended()));
          SweepRound round =
              new SweepRound(
                  was.generation(),
                  was.begunAt(),
                  null,
                  was.compared() + page.compared(),
                  sum,
                  was.withoutJournal());
          return last == null
              ? new Place(Phase.ORDERS, "", round)
              : new Place(Phase.JOURNAL, last, round);
        });
  }

  private Place check(Connection connection, Place place, int idsMax) throws SQLException {
    SweepRound was = place.round();
    List<String> ids =
        tables.rows(
            connection,
            place.phase(),
            Generations.numbered(connection, was.generation()),
            place.after(),
            idsMax);
    long orphans = ids.size() - tables.inJournal(connection, ids);
    SweepRound round =
        new SweepRound(
            was.generation(),
            was.begunAt(),
            null,
            was.compared(),
            was.mended(),
            was.withoutJournal() + orphans);
    if (ids.size() == idsMax) {
      return new Place(place.phase(), ids.getLast(), round);
    }
    return place.phase() == Phase.ORDERS
        ? new Place(Phase.SHIPMENTS, "", round)
        : over(connection, round);
  }

  private Place over(Connection connection, SweepRound round) throws SQLException {
    SweepRound ended =
        new SweepRound(
            round.generation(),
            round.begunAt(),
            parts.clock().instant(),
            round.compared(),
            round.mended(),
            round.withoutJournal());
    SweepTables.save(connection, ended);
    return new Place(Phase.OVER, "", ended);
  }
}
