package dev.crossdock.replay;

/**
 * Something that is wrong.
 *
 * @param id of the order, shipment or claim in the journal, such as {@code order|default:ord_1}
 * @param version of the event that it shows at
 */
public record Fault(FaultKind kind, String id, long version, String detail) {}
