package dev.crossdock.replay;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.order.Order;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the claims of an order and its shipments, by which callbacks find them: what they are known
 * by follows from their events, and whose a claim is says the claim.
 */
final class OrderClaims {
  private final OrderRows rows;
  private final Codecs codecs;
  private final EventCodec<ClaimEvent> claims;

  OrderClaims(OrderRows rows, Flows flows) {
    this.rows = rows;
    this.codecs = Codecs.of(flows, OrderKeys.REDACTED);
    this.claims = EventCodec.claims(() -> flows);
  }

  /**
   * All events of the claims that one of them owns.
   *
   * @param events of an order and its shipments
   */
  List<StoredEvent> of(Connection connection, List<StoredEvent> events) throws SQLException {
    Map<String, List<StoredEvent>> found = new LinkedHashMap<>();
    for (StoredEvent event : rows.ofIds(connection, candidates(events))) {
      found.computeIfAbsent(event.id(), any -> new ArrayList<>()).add(event);
    }
    Set<String> owners = new LinkedHashSet<>();
    events.forEach(event -> owners.add(event.id()));
    return found.values().stream()
        .filter(claim -> claim.stream().anyMatch(event -> isOf(event, owners)))
        .flatMap(List::stream)
        .toList();
  }

  /** The claims on whatever they have ever been known by. */
  private Set<String> candidates(List<StoredEvent> events) {
    Map<String, Fold> folds = new HashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    for (StoredEvent event : events) {
      Fold before = folds.computeIfAbsent(event.id(), id -> Fold.begin(id).orElseThrow());
      Fold.Step step = before.after(event.row(), codecs);
      folds.put(event.id(), step.next());
      subjects(step.change()).forEach(it -> ids.add(ClaimCheck.PREFIX + it.entityId()));
    }
    return ids;
  }

  private static List<Subject> subjects(Change change) {
    return switch (change) {
      case Change.OfOrder c -> c.after() instanceof Order order ? order.subjects() : List.of();
      case Change.OfShipment c ->
          c.after() instanceof Shipment shipment ? shipment.subjects() : List.of();
    };
  }

  /** What cannot be read says nobody's name. */
  private boolean isOf(StoredEvent event, Set<String> owners) {
    try {
      return claims.decode(event.payload()) instanceof ClaimEvent.Claimed claimed
          && owners.contains(id(claimed.owner()));
    } catch (JournalException unreadable) {
      return false;
    }
  }

  private static String id(Claimant owner) {
    return switch (owner.kind()) {
      case ORDER -> Fold.ORDERS + owner.entityId();
      case SHIPMENT -> Fold.SHIPMENTS + owner.entityId();
    };
  }
}
