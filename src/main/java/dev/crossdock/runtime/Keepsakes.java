package dev.crossdock.runtime;

import dev.crossdock.claim.Claim;
import dev.crossdock.journal.Snapshot;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/**
 * How an entity's states become snapshots, and snapshots its state. What cannot be kept, such as
 * the state of an order that is not trusted, goes as it is: nobody can store it.
 *
 * @param <S> its states
 */
final class Keepsakes<S> implements SnapshotAdapter<S> {
  private static final int KEPT = 2;

  private final Supplier<Integrity> integrity;
  private final Kept<S> kept;
  private final Function<Snapshot, S> state;

  /** Makes what is stored. */
  private interface Kept<S> {
    Object of(S state, long version);
  }

  private Keepsakes(Supplier<Integrity> integrity, Kept<S> kept, Function<Snapshot, S> state) {
    this.integrity = integrity;
    this.kept = kept;
    this.state = state;
  }

  /** One each so many events, the last two of them; no event is ever deleted. */
  static RetentionCriteria every(int events) {
    return RetentionCriteria.snapshotEvery(events, KEPT);
  }

  /**
   * Of an order.
   *
   * @param integrity of the entity's present life
   */
  static SnapshotAdapter<OrderState> ofOrder(Supplier<Integrity> integrity) {
    return new Keepsakes<>(
        integrity,
        (now, version) -> now instanceof Order it ? new Snapshot.OfOrder(version, it) : now,
        snapshot -> ((Snapshot.OfOrder) snapshot).state());
  }

  static SnapshotAdapter<ShipmentState> ofShipment(Supplier<Integrity> integrity) {
    return new Keepsakes<>(
        integrity,
        (now, version) -> now instanceof Shipment it ? new Snapshot.OfShipment(version, it) : now,
        snapshot -> ((Snapshot.OfShipment) snapshot).state());
  }

  static SnapshotAdapter<Claim> ofClaim(Supplier<Integrity> integrity) {
    return new Keepsakes<>(
        integrity,
        (now, version) -> now.quarantined() == null ? new Snapshot.OfClaim(version, now) : now,
        snapshot -> ((Snapshot.OfClaim) snapshot).state());
  }

  @Override
  public Object toJournal(S now) {
    return kept.of(now, integrity.get().folded());
  }

  @Override
  public S fromJournal(Object stored) {
    Snapshot snapshot = (Snapshot) stored;
    integrity.get().begin(snapshot.version());
    return state.apply(snapshot);
  }
}
