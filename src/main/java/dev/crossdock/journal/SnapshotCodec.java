package dev.crossdock.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.flow.Flows;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.util.Optional;
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

  private static final byte[] NOTHING = {'{', '}'};

  private final EventCodec<Snapshot> codec;
  private final ObjectMapper mapper;
  private final OrderKeys keys;

  public SnapshotCodec(Supplier<Flows> flows) {
    this(flows, OrderKeys.NONE);
  }

  /**
   * @param keys that a snapshot of an order, or of a shipment, is sealed with, all of it
   */
  public SnapshotCodec(Supplier<Flows> flows, OrderKeys keys) {
    this.mapper = JournalMapper.create(flows);
    this.codec = new EventCodec<>(NAMES, mapper);
    this.keys = keys;
  }

  /**
   * What is stored of it.
   *
   * @throws JournalException when it is of an order that is to be forgotten: there is none then
   */
  public byte[] encode(Snapshot snapshot) {
    return switch (snapshot) {
      case Snapshot.OfOrder order -> encode(snapshot, order.state().id());
      case Snapshot.OfShipment shipment -> encode(snapshot, shipment.state().plan().orderId());
      case Snapshot.OfClaim claim ->
          keys.areThere() ? codec.encodeImpersonal(snapshot) : codec.encode(snapshot);
    };
  }

  private byte[] encode(Snapshot snapshot, OrderId order) {
    return switch (keys.of(order)) {
      case Seal.None none -> codec.encode(snapshot);
      case Seal.Broken broken -> throw new JournalException(order + " is erased");
      case Seal.With key ->
          Envelope.stored(order, key.key(), key.close(codec.encode(snapshot)), NOTHING);
    };
  }

  /** Whether it can never be read again, because its key was destroyed. */
  public boolean isErased(byte[] stored) {
    return Envelope.isIn(stored) && opened(stored).isEmpty();
  }

  private Optional<byte[]> opened(byte[] stored) {
    try {
      return Envelope.of(stored, mapper).open(keys);
    } catch (IOException e) {
      throw new JournalException("a sealed snapshot that is none", e);
    }
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
    return Envelope.isIn(stored)
        ? codec.decode(
            opened(stored).orElseThrow(() -> new JournalException("the snapshot is erased")))
        : codec.decode(stored);
  }
}
