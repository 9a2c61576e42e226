package dev.crossdock.runtime;

/** Marks what may travel from node to node: serialized by {@link WireSerializer}, never by Java. */
interface Wire {}
