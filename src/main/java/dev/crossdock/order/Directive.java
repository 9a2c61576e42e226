package dev.crossdock.order;

/**
 * All that an order wants of one of its shipments, said again until the shipment has it.
 *
 * @param blockedBy why nothing may be released to the warehouse for now; empty: nothing in its way
 * @param cancel whether it is to be called back
 */
public record Directive(ShipmentPlan plan, java.util.Set<Hold.Block> blockedBy, boolean cancel) {}
