package dev.crossdock.replay;

/**
 * An event as it is stored.
 *
 * @param writtenAt milliseconds since 1970, by the clock of the node that wrote it
 * @param serializer who wrote the payload
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StoredEvent(
    String id,
    long sequenceNumber,
    long writtenAt,
    int serializer,
    boolean deleted,
    byte[] payload) {}
