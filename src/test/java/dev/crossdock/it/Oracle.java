package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.simulator.EffectKind;
import dev.crossdock.simulator.Ledger;
import dev.crossdock.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the partners' ledger has to say of orders of two lamps that were delivered. */
final class Oracle {
  private static final BigDecimal TOTAL = new BigDecimal("44.70");

  private Oracle() {}

  /** How many of these orders have been captured, as far as the partners know. */
  static long captured(Ledger ledger, Collection<String> orderIds) {
    Set<String> captured = captured(ledger);
    return orderIds.stream().filter(captured::contains).count();
  }

  /** Takes those out that have been captured. */
  static List<String> dropCaptured(Ledger ledger, List<String> orderIds) {
    orderIds.removeAll(captured(ledger));
    return orderIds;
  }

  private static Set<String> captured(Ledger ledger) {
    return ledger.ofKind(EffectKind.AUTHORIZATION).items().stream()
        .filter(it -> TOTAL.compareTo(Objects.requireNonNull(it.captured())) == 0)
        .map(it -> Objects.requireNonNull(it.orderId()))
        .collect(Collectors.toSet());
  }

  /** Everything was done, nothing twice, and nothing for anybody else. */
  static void assertDoneOnce(Ledger ledger, Collection<String> orderIds) {
    assertThat(ledger.items()).allSatisfy(it -> assertThat(it.effects()).isEqualTo(1));
    for (EffectKind kind : List.of(EffectKind.RESERVATION, EffectKind.AUTHORIZATION)) {
      assertThat(ledger.ofKind(kind).items())
          .extracting(LedgerEntry::orderId)
          .containsExactlyInAnyOrderElementsOf(orderIds);
    }
    assertThat(ledger.ofKind(EffectKind.BOOKING).items())
        .filteredOn(it -> it.status().equals("BOOKED"))
        .extracting(LedgerEntry::orderId)
        .containsExactlyInAnyOrderElementsOf(orderIds);
    assertThat(ledger.ofKind(EffectKind.FULFILLMENT).items())
        .allSatisfy(it -> assertThat(it.status()).isEqualTo("SHIPPED"))
        .extracting(LedgerEntry::orderId)
        .containsExactlyInAnyOrderElementsOf(orderIds);
    assertThat(ledger.ofKind(EffectKind.CAPTURE).items())
        .allSatisfy(it -> assertThat(it.amount()).isEqualByComparingTo(TOTAL))
        .allSatisfy(it -> assertThat(it.refunded()).isZero())
        .extracting(LedgerEntry::orderId)
        .containsExactlyInAnyOrderElementsOf(orderIds);
  }
}
