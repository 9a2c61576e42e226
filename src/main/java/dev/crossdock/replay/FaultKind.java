package dev.crossdock.replay;

import java.util.Locale;

/** What may be wrong with a journal, or with what is made of it. */
public enum FaultKind {
  /** An event that this program cannot read. */
  UNREADABLE,
  /** Events are missing, or marked as deleted. */
  HOLE,
  /** An event that does not fit what came before it. */
  MISFIT,
  /** The state after an event is one that must never be. */
  INVARIANT,
  /** Nobody of this program writes under such an id, or with such a serializer. */
  FOREIGN,
  /** An event's hash does not fit what is stored: somebody has changed it, or those before it. */
  CHAIN,
  /** A snapshot is not what the events make. */
  SNAPSHOT,
  /** An order has heard more of a shipment than is in the shipment's journal. */
  LOST,
  /** A row of the read side does not say what the journal says. */
  VIEW;

  /** Its name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
