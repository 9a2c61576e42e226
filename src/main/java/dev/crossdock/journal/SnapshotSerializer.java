package dev.crossdock.journal;

import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Stores snapshots through Pekko, with their form as the manifest. */
final class SnapshotSerializer extends SerializerWithStringManifest {
  private final SnapshotCodec codec;

  SnapshotSerializer(SnapshotCodec codec) {
    this.codec = codec;
  }

  @Override
  public int identifier() {
    return JournalSerializers.SNAPSHOTS;
  }

  @Override
  public String manifest(Object snapshot) {
    return SnapshotCodec.FORM;
  }

  @Override
  public byte[] toBinary(Object snapshot) {
    return codec.encode((Snapshot) snapshot);
  }

  /** Throws when it cannot be read: the store then has none, and all events are read. */
  @Override
  public Object fromBinary(byte[] stored, String form) {
    return codec.decode(stored, form);
  }
}
