package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.replay.backtest.Column;
import dev.crossdock.replay.backtest.Comparison;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Tells how orders would have gone in another flow. */
record ComparisonText(Comparison found) {

  /** By the names under which they are shown. */
  SequencedMap<String, Column> columns() {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    columns.put("recorded", found.recorded());
    columns.put("replayed", found.replayed());
    columns.put("other flow", found.other());
    return columns;
  }

  void table(PrintWriter out) {
    out.printf("%-30s %14s %14s %14s%n", "", "recorded", "replayed", "other flow");
    row(out, "orders", Column::orders);
    row(out, "confirmed", Column::confirmed);
    for (OrderStatus status : ends()) {
      String label = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      row(out, "end: " + label, it -> it.ended(status));
    }
    row(out, "to confirmation, p50 ms", it -> it.confirmationMillis(0.5));
    row(out, "to confirmation, p90 ms", it -> it.confirmationMillis(0.9));
    row(out, "to confirmation, p99 ms", it -> it.confirmationMillis(0.99));
    for (String currency : currencies()) {
      row(
          out,
          "carriage, " + currency,
          it -> it.cost().getOrDefault(currency, java.math.BigDecimal.ZERO));
    }
    row(out, "promised a day", Column::promised);
    row(out, "late", Column::late);
    row(out, "calls to partners", Column::calls);
    row(out, "of these assumed", Column::assumed);
    out.println(found.leftOut() + " orders were left out, " + found.turned() + " end differently");
    for (Comparison.Turn turn : found.turns()) {
      out.println("  " + turn.id() + " " + turn.replayed() + " -> " + turn.other());
    }
  }

  private void row(PrintWriter out, String what, Function<Column, Object> value) {
    out.printf(
        "%-30s %14s %14s %14s%n",
        what,
        value.apply(found.recorded()),
        value.apply(found.replayed()),
        value.apply(found.other()));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    columns().forEach((name, column) -> json.set(camel(name), json(column)));
    json.put("leftOut", found.leftOut()).put("endDifferently", found.turned());
    ArrayNode turns = json.putArray("differentEnds");
    for (Comparison.Turn turn : found.turns()) {
      turns
          .addObject()
          .put("id", turn.id().value())
          .put("replayed", turn.replayed().name())
          .put("otherFlow", turn.other().name());
    }
    return json;
  }

  private ObjectNode json(Column column) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("orders", column.orders()).put("confirmed", column.confirmed());
    ObjectNode statuses = json.putObject("ends");
    ends().forEach(status -> statuses.put(status.name(), column.ended(status)));
    json.putObject("toConfirmationMillis")
        .put("p50", column.confirmationMillis(0.5))
        .put("p90", column.confirmationMillis(0.9))
        .put("p99", column.confirmationMillis(0.99));
    ObjectNode cost = json.putObject("carriage");
    column.cost().forEach((currency, amount) -> cost.put(currency, amount.toPlainString()));
    return json.put("promised", column.promised())
        .put("late", column.late())
        .put("calls", column.calls())
        .put("assumed", column.assumed());
  }

  private static String camel(String name) {
    return name.equals("other flow") ? "otherFlow" : name;
  }

  private Set<OrderStatus> ends() {
    Set<OrderStatus> ends = new TreeSet<>();
    for (OrderStatus status : OrderStatus.values()) {
      if (columns().values().stream().anyMatch(column -> column.ended(status) > 0)) {
        ends.add(status);
      }
    }
    return ends;
  }

  private Set<String> currencies() {
    Set<String> currencies = new TreeSet<>();
    columns().values().forEach(column -> currencies.addAll(column.cost().keySet()));
    return currencies;
  }
}
