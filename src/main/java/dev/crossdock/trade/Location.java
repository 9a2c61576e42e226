package dev.crossdock.trade;

/** A place that stock is at, under the code that the inventory partner and the warehouse know. */
public record Location(String code, Address address) {}
