package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.order.Customer;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderContent.Priority;
import dev.crossdock.order.OrderLine;
import dev.crossdock.order.ShippingTerms;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as far as it could be read, before it is known whether all of it can be. */
final class OrderDraft {
  private static final int METADATA_MAX = 50;
  private static final Rule METADATA_NAME = Rule.text(40);
  private static final Rule METADATA_VALUE =
      new Rule(500, FaultCode.PATTERN, "is not a text", text -> true);

  private final Members order;
  private final Moneys moneys = new Moneys();
  private final @Nullable String reference;
  private final @Nullable Customer customer;
  private final List<OrderLine> lines;
  private final @Nullable Address shipTo;
  private @Nullable Money price;
  private @Nullable LocalDate deliverBy;
  private @Nullable Money maxCost;
  private final @Nullable Money tax;
  private final @Nullable Money discount;
  private final @Nullable Money total;
  private final @Nullable String payment;
  private final @Nullable Priority priority;
  private final @Nullable Instant releaseAt;
  private final Map<String, String> metadata = new LinkedHashMap<>();

  OrderDraft(Members order) {
    this.order = order.need("reference", "customer", "lines", "shipTo", "payment");
    reference = order.text("reference", Rules.ID);
    customer = Parties.customer(order, "customer");
    lines = new Lines(moneys).read(order);
    shipTo = Parties.address(order, "shipTo");
    readShipping(order.object("shipping"));
    tax = moneys.read(order, "tax");
    discount = moneys.read(order, "discount");
    total = moneys.read(order, "total");
    payment = payment(order.object("payment"));
    priority = order.oneOf("priority", Priority.class);
    releaseAt = Times.instant(order, "releaseAt");
    readMetadata(order.object("metadata"));
  }

  /** What was ordered; empty when something needed is not there, or does not add up. */
  Optional<OrderContent> content() {
    var currency = moneys.common();
    if (!order.faults().isEmpty()
        || reference == null
        || customer == null
        || shipTo == null
        || payment == null
        || currency == null) {
      return Optional.empty();
    }
    Money nothing = Money.zero(currency);
    Sum sum = new Sum(lines, or(price, nothing), or(tax, nothing), or(discount, nothing));
    if (!sum.holds(order, total)) {
      return Optional.empty();
    }
    return Optional.of(
        new OrderContent(
            reference,
            customer,
            lines,
            shipTo,
            new ShippingTerms(sum.shipping(), deliverBy, maxCost),
            sum.tax(),
            sum.discount(),
            payment,
            priority == null ? Priority.NORMAL : priority,
            releaseAt,
            metadata));
  }

  private void readShipping(@Nullable Members in) {
    if (in != null) {
      price = moneys.read(in, "price");
      deliverBy = Times.date(in, "deliverBy");
      maxCost = moneys.read(in, "maxCost");
      in.refuseOthers();
    }
  }

  private static @Nullable String payment(@Nullable Members in) {
    if (in == null) {
      return null;
    }
    String method = in.need("method").text("method", Rules.TOKEN);
    in.refuseOthers();
    return method;
  }

  private void readMetadata(@Nullable Members in) {
    if (in == null) {
      return;
    }
    if (in.names().size() > METADATA_MAX) {
      order.fault("metadata", FaultCode.TOO_MANY, "has more than " + METADATA_MAX);
      return;
    }
    for (String name : in.names()) {
      METADATA_NAME.breach(name).ifPresent(b -> in.fault(name, b.code(), "name " + b.detail()));
      String value = in.need(name).text(name, METADATA_VALUE);
      if (value != null) {
        metadata.put(name, value);
      }
    }
  }

  private static Money or(@Nullable Money money, Money otherwise) {
    return money == null ? otherwise : money;
  }
}
