package dev.crossdock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderStatus;
import org.junit.jupiter.api.Test;

/** That the micro-benchmarks work on an order that comes as far as they say. */
class ExpressLifeTest {

  @Test
  void itIsConfirmedAfterFiveCommandsAndSixEvents() {
    ExpressLife life = ExpressLife.lived();
    assertThat(((Order) life.state()).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(life.moments()).hasSize(5);
    assertThat(life.events()).hasSize(6);
    assertThat(new CoreBenchmark().fold()).isEqualTo(life.state());
  }
}
