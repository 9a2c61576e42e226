package dev.crossdock.journal;

import dev.crossdock.trade.OrderId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keys that a test has in its hands: what they seal is only turned round, for all to see. */
final class KeyInHand implements OrderKeys {
  /** What is to be done with all orders. */
  Seal seal = new Turning();

  /** Whether they were destroyed. */
  boolean destroyed;

  private record Turning() implements Seal.With {
    @Override
    public String key() {
      return "key_1";
    }

    @Override
    public byte[] close(byte[] personal) {
      return turned(personal);
    }
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = (byte) ~bytes[i];
    }
    return turned;
  }

  @Override
  public boolean areThere() {
    return true;
  }

  @Override
  public void begin(OrderId order, String customer) {}

  @Override
  public CompletionStage<Void> stored() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> ready(Collection<OrderId> orders) {
    return stored();
  }

  @Override
  public CompletionStage<Void> readAnew(OrderId order) {
    return stored();
  }

  @Override
  public void expect(Collection<OrderId> orders) {}

  @Override
  public void load(Collection<OrderId> orders) {}

  @Override
  public Seal of(OrderId order) {
    return seal;
  }

  @Override
  public Optional<byte[]> open(OrderId order, String key, byte[] sealed) {
    return destroyed ? Optional.empty() : Optional.of(turned(sealed));
  }
}
