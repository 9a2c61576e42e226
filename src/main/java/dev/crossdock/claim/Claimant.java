package dev.crossdock.claim;

/**
 * An order or a shipment, as the owner of a {@link Subject}.
 *
 * @param entityId its entity's name
 */
public record Claimant(Kind kind, String entityId) {

  /** What it is. */
  public enum Kind {
    ORDER,
    SHIPMENT
  }
}
