package dev.crossdock.replay;

import org.jspecify.annotations.Nullable;

/**
 * An event in a chain of evidence.
 *
 * @param version its number in the journal: 1 and up
 * @param writtenAt milliseconds since 1970
 * @param serializer who wrote it
 * @param stored what is stored, byte for byte
 * @param hash absent: stored before there were hashes
 * @param fault what is wrong with the hash; absent when nothing is
 * @param said absent when the event is not what a partner has said
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Link(
    long version,
    long writtenAt,
    int serializer,
    byte[] stored,
    byte @Nullable [] hash,
    @Nullable String fault,
    @Nullable Said said) {

  /**
   * What a partner has said, as the event holds it.
   *
   * @param member of the event
   * @param digest of that member's bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Said(String member, byte[] digest) {}
}
