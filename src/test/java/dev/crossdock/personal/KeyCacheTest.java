package dev.crossdock.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys are kept for a while, and no more of them than fit. */
class KeyCacheTest {
  private static final List<OrderKey> KEYS = List.of(new OrderKey("key_1", "default:ord_1", null));

  private long nanos = Long.MAX_VALUE - 5;
  private final KeyCache cache = new KeyCache(2, Duration.ofNanos(60), () -> nanos);

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    cache.put(order(1), KEYS);
    cache.put(order(2), KEYS);
    assertThat(cache.find(order(1))).contains(KEYS);
    cache.put(order(3), KEYS);
    assertThat(cache.find(order(2))).isEmpty();
    assertThat(cache.find(order(1))).isPresent();
  }

  @Test
  void nothingIsKeptForLongerHoweverOftenItIsUsed() {
    cache.put(order(1), KEYS);
    nanos += 59;
    assertThat(cache.find(order(1))).isPresent();
    nanos += 1;
    assertThat(cache.find(order(1))).isEmpty();
  }

  @Test
  void whatIsNearItsEndIsNotBegunWith() {
    cache.put(order(1), KEYS);
    nanos += 29;
    assertThat(cache.isFresh(order(1))).isTrue();
    nanos += 1;
    assertThat(cache.isFresh(order(1))).isFalse();
  }

  @Test
  void whatIsForgottenIsGone() {
    cache.put(order(1), KEYS);
    cache.forget(order(1));
    assertThat(cache.find(order(1))).isEmpty();
  }

  private static OrderId order(int number) {
    return new OrderId("default", "ord_" + number);
  }
}
