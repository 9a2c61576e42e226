package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a moment is not missed which comes while an entity looks whether it has come. */
final class MomentTest {

  /** The look-up is due 100 ms after the doubt: in one of these it comes between two looks. */
  @ParameterizedTest
  @ValueSource(ints = {70, 40, 30, 22, 18, 15})
  void whatComesDueBetweenTwoLooksIsBegun(int millisEveryLook) {
    try (ShipmentBench bench = new ShipmentBench()) {
      bench.rated();
      Gateway.Submit booking = bench.rig.asked(Ask.BookShipment.class);
      bench.rig.clock.passWithEveryLook(Duration.ofMillis(millisEveryLook));
      Rig.answer(booking, "parcelwolf", new Unanswered(Reach.MAYBE_ACTED_ON, "cut", null));
      Gateway.Submit lookUp = bench.rig.asked(Ask.BookShipment.class);
      assertThat(lookUp.call().mode()).isEqualTo(Mode.LOOK_UP);
    }
  }
}
