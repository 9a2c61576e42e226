package dev.crossdock.claim;

/**
 * Something outside that an order or a shipment can be known by.
 *
 * @param merchant whose orders it may belong to
 * @param namespace who gave the name: a partner, or {@link #REFERENCES} for the merchant itself
 * @param name unique in the namespace
 */
public record Subject(String merchant, String namespace, String name) {
  /** The namespace of the merchant's own order references; no partner can have this name. */
  public static final String REFERENCES = "@references";

  /** The name of the subject's entity. */
  public String entityId() {
    return merchant + ":" + namespace + ":" + name;
  }
}
