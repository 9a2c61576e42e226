package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.order.OrderLine;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an order. */
final class Lines {
  private static final int LINES_MAX = 1000;
  private static final int QUANTITY_MAX = 1_000_000;
  private static final BigDecimal WEIGHT_MAX = BigDecimal.valueOf(1_000_000_000L);
  private static final int WEIGHT_DECIMALS_MAX = 6;

  private final Moneys moneys;
  private final Set<String> ids = new HashSet<>();

  Lines(Moneys moneys) {
    this.moneys = moneys;
  }

  List<OrderLine> read(Members order) {
    List<OrderLine> lines = new ArrayList<>();
    for (Members in : order.objects("lines", LINES_MAX)) {
      OrderLine line = line(in);
      if (line != null) {
        lines.add(line);
      }
    }
    var value = order.value("lines");
    if (value != null && value.isArray() && value.isEmpty()) {
      order.fault("lines", FaultCode.TOO_FEW, "has no line");
    }
    return lines;
  }

  private @Nullable OrderLine line(Members in) {
    in.need("lineId", "sku", "quantity", "unitPrice");
    String lineId = in.text("lineId", Rules.ID);
    String sku = in.text("sku", Rules.ID);
    String description = in.text("description", Rules.DESCRIPTION);
    Integer quantity = in.whole("quantity", 1, QUANTITY_MAX);
    Money unitPrice = moneys.read(in, "unitPrice");
    Weight weight = weight(in.object("weight"));
    String gtin = in.text("gtin", Rules.GTIN);
    String hsCode = in.text("hsCode", Rules.HS_CODE);
    String origin = in.text("originCountry", Rules.COUNTRY);
    in.refuseOthers();
    if (lineId != null && !ids.add(lineId)) {
      in.fault("lineId", FaultCode.UNIQUE, "is the id of another line");
    }
    return lineId == null || sku == null || quantity == null || unitPrice == null
        ? null
        : new OrderLine(
            lineId, sku, description, quantity, unitPrice, weight, gtin, hsCode, origin);
  }

  private static @Nullable Weight weight(@Nullable Members in) {
    if (in == null) {
      return null;
    }
    in.need("value", "unit");
    BigDecimal value = in.number("value", BigDecimal.ZERO, WEIGHT_MAX);
    Weight.Unit unit = in.oneOf("unit", Weight.Unit.class);
    in.refuseOthers();
    if (value != null && value.signum() == 0) {
      in.fault("value", FaultCode.MINIMUM, "is not more than 0");
      return null;
    }
    if (value != null && value.stripTrailingZeros().scale() > WEIGHT_DECIMALS_MAX) {
      in.fault("value", FaultCode.FRACTION_DIGITS, "has more than 6 decimals");
      return null;
    }
    return value == null || unit == null ? null : new Weight(value, unit);
  }
}
