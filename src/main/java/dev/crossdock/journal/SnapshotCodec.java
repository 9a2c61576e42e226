package dev.crossdock.journal;

import dev.crossdock.flow.Flows;
import java.util.function.Supplier;

/**
 * The stored form of snapshots: JSON under names of their own, as events are. One of another form
 * than today's is passed over, for the events are all there; so there is nothing to migrate.
 */
public final class SnapshotCodec {
  /**
   * Counted up whenever the form of a state changes, or what events make of it. It is stored beside
   * each.
   */
  public static final String FORM = "1";

  static final Names<Snapshot> NAMES =
      Names.of(Snapshot.class)
          .with("order", Snapshot.OfOrder.class)
          .with("shipment", Snapshot.OfShipment.class)
          .with("claim", Snapshot.OfClaim.class);

  private final EventCodec<Snapshot> codec;

  public SnapshotCodec(Supplier<Flows> flows) {
    this.codec = new EventCodec<>(NAMES, JournalMapper.create(flows));
  }

  public byte[] encode(Snapshot snapshot) {
    return codec.encode(snapshot);
  }

  /**
   * The snapshot of which this is stored.
   *
   * @param form that was stored beside it
   * @throws JournalException when it is of another form, or damaged
   */
  public Snapshot decode(byte[] stored, String form) {
    if (!form.equals(FORM)) {
      throw new JournalException("a snapshot of form " + form + "; this program's are " + FORM);
    }
    return codec.decode(stored);
  }
}
