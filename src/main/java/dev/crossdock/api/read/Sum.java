package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.order.OrderLine;
import dev.crossdock.trade.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order comes to.
 *
 * @param lines at least one
 */
record Sum(List<OrderLine> lines, Money shipping, Money tax, Money discount) {

  /** Whether it can be paid, and is what was said; if not, that is a fault. */
  boolean holds(Members order, @Nullable Money said) {
    Money gross = lines.stream().map(OrderLine::price).reduce(shipping.plus(tax), Money::plus);
    if (discount.exceeds(gross)) {
      order.fault("discount", FaultCode.MAXIMUM, "is more than there is to pay, " + gross);
      return false;
    }
    Money total = gross.minus(discount);
    if (said != null && !said.equals(total)) {
      order.fault("total", FaultCode.TOTAL_MISMATCH, "should be " + total);
      return false;
    }
    return true;
  }
}
