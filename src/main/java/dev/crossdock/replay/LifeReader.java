package dev.crossdock.replay;

import dev.crossdock.journal.Owned;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import dev.crossdock.view.JournalPosition;
import dev.crossdock.view.JournalRow;
import dev.crossdock.view.JournalTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the journal's table how orders have been. */
public final class LifeReader {
  private final JournalTable journal;
  private final Codecs codecs;

  public LifeReader(JournalTable journal, Codecs codecs) {
    this.journal = journal;
    this.codecs = codecs;
  }

  /** See {@link Lives#asOf}. */
  public Then asOf(Connection connection, OrderId id, AsOf when) throws SQLException {
    OrderState state = new OrderState.None();
    long version = 0;
    List<JournalRow> rows = rows(connection, List.of(key(id)));
    Fold fold = Fold.begin(key(id)).orElseThrow();
    for (JournalRow row : rows) {
      Fold.Step step = fold.after(row, codecs);
      if (when instanceof AsOf.Time(var at) && Times.of(step.change()).isAfter(at)) {
        break;
      }
      fold = step.next();
      state = ((Change.OfOrder) step.change()).after();
      version = row.sequenceNumber();
      if (when instanceof AsOf.Version(long wanted) && version >= wanted) {
        return new Then.Was(state, wanted);
      }
    }
    if (rows.isEmpty()) {
      return new Then.NoOrder();
    }
    return version > 0 && when instanceof AsOf.Time
        ? new Then.Was(state, version)
        : new Then.NotThen(version);
  }

  /** See {@link Lives#of}. */
  public Optional<Life> life(Connection connection, OrderId id) throws SQLException {
    List<Told> own = told(rows(connection, List.of(key(id))));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<String> shipments =
        shipments(((Change.OfOrder) own.getLast().change()).after()).stream()
            .map(shipment -> Fold.SHIPMENTS + shipment.entityId())
            .toList();
    List<Told> all = new ArrayList<>(own);
    if (!shipments.isEmpty()) {
      all.addAll(told(rows(connection, shipments)));
    }
    all.sort(Comparator.comparing(Told::position));
    Map<String, Telling> tellings = new HashMap<>();
    List<Moment> moments =
        all.stream()
            .map(
                it ->
                    tellings
                        .computeIfAbsent(it.of(), any -> new Telling(codecs))
                        .moment(it.change()))
            .toList();
    return Optional.of(new Life(id, own.getLast().change().version(), moments));
  }

  private record Told(JournalPosition position, String of, Change change) {}

  private List<Told> told(List<JournalRow> rows) {
    Map<String, Fold> folds = new HashMap<>();
    List<Told> all = new ArrayList<>();
    for (JournalRow row : rows) {
      String of = row.persistenceId();
      Fold fold = folds.computeIfAbsent(of, id -> Fold.begin(id).orElseThrow());
      Fold.Step step = fold.after(row, codecs);
      folds.put(of, step.next());
      all.add(new Told(row.position(), of, step.change()));
    }
    return all;
  }

  private static List<ShipmentId> shipments(OrderState state) {
    Order known =
        switch (state) {
          case Order order -> order;
          case OrderState.Quarantined q -> q.lastKnown();
          case OrderState.None none -> null;
        };
    return known == null
        ? List.of()
        : known.consignments().stream().map(Consignment::plan).map(plan -> plan.id()).toList();
  }

  /** With keys that are read anew: what was erased a moment ago is not told again. */
  private List<JournalRow> rows(Connection connection, List<String> ids) throws SQLException {
    List<OrderId> orders =
        ids.stream().map(Owned::orderOf).flatMap(Optional::stream).distinct().toList();
    codecs.keys().load(orders);
    return journal.streams(connection, ids);
  }

  private static String key(OrderId id) {
    return Fold.ORDERS + id.entityId();
  }
}
