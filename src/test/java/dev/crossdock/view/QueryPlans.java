package dev.crossdock.view;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints what pages of a large list cost, as Markdown; {@code scripts/query-plans.sh} runs it.
 * Buffers are pages of 8 KiB that were looked at; entries are rows that came out of index scans.
 */
final class QueryPlans {
  private static final Pattern INDEX = Pattern.compile("using (\\w+) on");
  private static final Pattern SCAN =
      Pattern.compile("Index.*Scan.* on .*\\(actual rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)\\)");
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
  private static final int RUNS = 21;

  private QueryPlans() {}

  public static void main(String[] arguments) throws Exception {
    long count = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
    Database database =
        Database.empty(Vendor.POSTGRESQL, Files.createTempDirectory(Path.of("target"), "plans"));
    database.migrate();
    ManyOrders.into(database, count);
    ListPlace middle = new ListPlace(1_700_000_000_000_000L + count / 6 * 1_000_000, "ord_5");
    System.out.println("| filter | page | through | entries | buffers | found | ms, all in all |");
    System.out.println("| --- | --- | --- | ---: | ---: | ---: | ---: |");
    try (Connection connection = OrderPlans.connect(database)) {
      for (Map.Entry<String, OrderFilter> one :
          Filters.all(Sql.instant(middle.createdAt())).entrySet()) {
        row(connection, one.getKey(), "first", one.getValue(), null);
        row(connection, one.getKey(), "middle", one.getValue(), middle);
      }
    }
  }

  private static void row(
      Connection connection,
      String name,
      String which,
      OrderFilter filter,
      @Nullable ListPlace behind)
      throws SQLException {
    OrderQuery query = new OrderQuery(ManyOrders.MERCHANT, filter, 50, behind);
    List<String> plans = new ArrayList<>();
    for (OrderPlans.Page page : OrderPlans.pages(connection, query)) {
      plans.add(
          OrderPlans.plan(
              connection, "(ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)", page.statement()));
    }
    String all = String.join("\n", plans);
    List<Double> millis = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < RUNS; i++) {
      long begun = System.nanoTime();
      found = OrderSearch.find(connection, ManyOrders.GENERATION, query).items().size();
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    millis.sort(null);
    System.out.printf(
        "| %s | %s | %s | %d | %d | %d | %.1f |%n",
        name,
        which,
        INDEX.matcher(all).results().map(it -> it.group(1)).distinct().toList(),
        entries(all),
        plans.stream().mapToLong(QueryPlans::buffers).sum(),
        found,
        millis.get(RUNS / 2));
  }

  private static long entries(String plan) {
    return SCAN.matcher(plan)
        .results()
        .mapToLong(it -> Long.parseLong(it.group(1)) * Long.parseLong(it.group(2)))
        .sum();
  }

  /** Of the whole: what is said first counts what is below. */
  private static long buffers(String plan) {
    Matcher first = BUFFERS.matcher(plan);
    return first.find() ? number(first.group(1)) + number(first.group(2)) : 0;
  }

  private static long number(@Nullable String text) {
    return text == null ? 0 : Long.parseLong(text);
  }
}
