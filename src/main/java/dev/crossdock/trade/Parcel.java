package dev.crossdock.trade;

/** What a carrier carries, as far as it is known before it is packed. */
public record Parcel(Weight weight) {}
