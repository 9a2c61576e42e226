package dev.crossdock.personal;

import dev.crossdock.journal.Seal;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of one order.
 *
 * @param key its name: never used again
 * @param order the entity that it belongs to
 * @param material absent once it was destroyed
 */
record OrderKey(String key, String order, @Nullable SecretKey material) {

  boolean isDestroyed() {
    return material == null;
  }

  /** What it seals with, or that it does not any more. */
  Seal seal() {
    return material == null ? new Seal.Broken() : new Sealing(key, order, material);
  }

  /** What it has sealed. Only of one that is not destroyed. */
  byte[] open(byte[] sealed) throws GeneralSecurityException {
    if (material == null) {
      throw new GeneralSecurityException("destroyed");
    }
    return Aes.open(material, sealed, order);
  }

  private record Sealing(String key, String order, SecretKey material) implements Seal.With {
    @Override
    public byte[] close(byte[] personal) {
      return Aes.seal(material, personal, order);
    }
  }
}
