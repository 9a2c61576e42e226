package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.AddressVerdict;
import dev.crossdock.partner.Answer.CustomerVerdict;
import dev.crossdock.partner.Answer.FraudVerdict;
import dev.crossdock.partner.Outcome;
import dev.crossdock.trade.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Partners that only look, and the one that tells customers. */
final class Desk {
  private final Dice dice;
  private final Set<String> told = new HashSet<>();

  Desk(World world) {
    dice = world.dice();
  }

  Outcome address(Address address) {
    if (dice.happens(Chance.SAYS_NO)) {
      return no(new Answer.AddressChecked(AddressVerdict.INVALID, null, List.of("no such street")));
    }
    return dice.happens(Chance.HESITATES)
        ? new Outcome.Succeeded(
            new Answer.AddressChecked(AddressVerdict.CORRECTED, address, List.of()))
        : new Outcome.Succeeded(new Answer.AddressChecked(AddressVerdict.VALID, null, List.of()));
  }

  Outcome customer() {
    if (dice.happens(Chance.SAYS_NO)) {
      return no(new Answer.CustomerChecked(CustomerVerdict.DECLINED, null));
    }
    var verdict =
        dice.happens(Chance.HESITATES) ? CustomerVerdict.REVIEW : CustomerVerdict.APPROVED;
    return new Outcome.Succeeded(new Answer.CustomerChecked(verdict, null));
  }

  Outcome fraud() {
    if (dice.happens(Chance.SAYS_NO)) {
      return no(new Answer.FraudChecked(FraudVerdict.REJECT, null, null));
    }
    var verdict = dice.happens(Chance.HESITATES) ? FraudVerdict.REVIEW : FraudVerdict.PASS;
    return new Outcome.Succeeded(new Answer.FraudChecked(verdict, null, null));
  }

  Outcome notified(String key) {
    told.add(key);
    return new Outcome.Succeeded(new Answer.Notified("ntf-" + told.size()));
  }

  private Outcome no(Answer answer) {
    return dice.oneIn(3)
        ? new Outcome.Refused("http-422", "not like this")
        : new Outcome.Succeeded(answer);
  }
}
