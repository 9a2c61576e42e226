package dev.crossdock.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** One contender with a database of its own, its partners and its shop. */
final class Stage implements AutoCloseable {
  private static final Duration SETTLE = Duration.ofSeconds(1);

  /** Processor seconds a second. */
  private static final double QUIET = 0.15;

  private static final Duration CLOSE_MAX = Duration.ofMinutes(2);

  private static final String BEHIND =
      "SELECT count(*) FROM (SELECT persistence_id, max(sequence_number) AS last FROM event_journal"
          + " WHERE persistence_id LIKE 'order|%' GROUP BY persistence_id) j LEFT JOIN order_list l"
          + " ON 'order|' || l.merchant || ':' || l.order_id = j.persistence_id"
          + " WHERE l.version IS DISTINCT FROM j.last";

  private final Contender contender;
  private final PostgresServer postgres;
  private final Launcher launcher;
  private final Launcher.Task task;
  private final String database;
  private final Tally tally;
  private final PartnerStub partners;
  private final Shop shop;
  private ServerProcess server;
  private int next;

  /**
   * How partners and calls to them are.
   *
   * @param connections to partners
   * @param clients connections of the shop
   */
  record Terms(Duration delay, int patienceSeconds, int connections, int clients) {
    private static final int CLIENTS = 256;

    /** Many more than are needed: nothing waits before it is sent, whatever the server does. */
    private static final int CROWD = 1500;

    /** As in most scenarios. */
    static Terms usual() {
      return new Terms(Duration.ofMillis(100), 10, 400, CLIENTS);
    }

    static Terms waiting(int patienceSeconds, int connections) {
      return new Terms(Duration.ofMillis(100), patienceSeconds, connections, CLIENTS);
    }

    /** Whoever wants to place an order has a connection of his own. */
    static Terms crowd() {
      return new Terms(Duration.ofMillis(100), 10, 400, CROWD);
    }
  }

  private Stage(
      Contender contender,
      String name,
      int orders,
      Terms terms,
      PostgresServer postgres,
      Launcher launcher)
      throws Exception {
    this.contender = contender;
    this.postgres = postgres;
    this.launcher = launcher;
    tally = new Tally(orders);
    partners = PartnerStub.start(terms.delay(), tally);
    database = name.toLowerCase(Locale.ROOT).replace('-', '_');
    postgres.create(database);
    task =
        new Launcher.Task(
            name,
            Launcher.freePort(),
            postgres.url(database),
            partners.url(),
            terms.patienceSeconds(),
            terms.connections());
    shop = new Shop(task.port(), terms.clients(), tally);
    server = launcher.start(contender, task);
  }

  /**
   * Sets everything up and starts the server.
   *
   * @param name of its database and files
   * @param orders the most that will be placed
   */
  static Stage open(
      Contender contender,
      String name,
      int orders,
      Terms terms,
      PostgresServer postgres,
      Launcher launcher)
      throws Exception {
    return new Stage(contender, name, orders, terms, postgres, launcher);
  }

  /** Begins to place that many orders more; the number of the first. */
  int place(int orders, int perSecond) {
    int first = next;
    next += orders;
    shop.begin(first, next, perSecond);
    return first;
  }

  /**
   * Places orders, waits until they are done, and measures all the while.
   *
   * @param perSecond 0: all at once
   * @param atMost how long it may take until all are done
   */
  Map<String, Double> measure(int orders, int perSecond, Duration atMost) throws Exception {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("machineLoadBefore", Machine.load());
    double serverBefore = server.seconds();
    double databaseBefore = postgres.seconds();
    long callsBefore = tally.calls();
    int first = place(orders, perSecond);
    tally.awaitDone(next, atMost);
    pause(SETTLE);
    double thousands = orders / 1000.0;
    double serverSeconds = (server.seconds() - serverBefore) / thousands;
    double databaseSeconds = (postgres.seconds() - databaseBefore) / thousands;
    figures.put("serverSecondsPer1000", serverSeconds);
    figures.put("databaseSecondsPer1000", databaseSeconds);
    figures.put("processorSecondsPer1000", serverSeconds + databaseSeconds);
    figures.put("serverMebibytes", server.mebibytes());
    figures.put("databaseMebibytes", postgres.mebibytes());
    figures.put("callsPerOrder", (tally.calls() - callsBefore) / (double) orders);
    figures.put("orders", (double) orders);
    addTimes(figures, first);
    return figures;
  }

  /** Used so far by server and database. */
  double processorSeconds() throws IOException {
    return server.seconds() + postgres.seconds();
  }

  /** Waits until server and database have hardly anything to do, or for so long. */
  void awaitQuiet(Duration atMost) throws IOException {
    long end = System.nanoTime() + atMost.toNanos();
    double used = 1;
    while (used > QUIET && System.nanoTime() < end) {
      double before = processorSeconds();
      pause(SETTLE);
      used = processorSeconds() - before;
    }
  }

  private void addTimes(Map<String, Double> figures, int first) {
    Latencies complete = Latencies.of(tally, first, next, tally::done);
    Latencies acknowledged = Latencies.of(tally, first, next, tally::acknowledged);
    complete.addTo(figures, "complete");
    acknowledged.addTo(figures, "acknowledge");
    figures.put("completed", (double) complete.count());
    figures.put("acknowledged", (double) acknowledged.count());
    figures.put("refused", (double) tally.refused());
    figures.put("failed", (double) tally.failed());
    double seconds = seconds(first);
    figures.put("seconds", seconds);
    figures.put("ordersPerSecond", seconds == 0 ? 0 : complete.count() / seconds);
  }

  /** From the moment that the first was meant for until the last was done. */
  private double seconds(int first) {
    long last = tally.intended(first);
    for (int number = first; number < next; number++) {
      last = Math.max(last, tally.done(number));
    }
    return (last - tally.intended(first)) / 1e9;
  }

  /**
   * Places orders of which some may be refused, and measures those that are not.
   *
   * @param seconds how long they come
   * @param leadIn seconds before, in which as many come and nothing is measured
   */
  Map<String, Double> overload(int perSecond, int leadIn, int seconds, Duration atMost)
      throws Exception {
    shop.giveUpWhatIsRefused();
    place(perSecond * leadIn, perSecond);
    pause(Duration.ofSeconds(leadIn));
    double before = processorSeconds();
    long refusedBefore = tally.refused();
    int first = place(perSecond * seconds, perSecond);
    pause(Duration.ofSeconds(seconds));
    double used = processorSeconds() - before;
    long refused = tally.refused() - refusedBefore;
    Awaitility.await().atMost(atMost).until(() -> tally.doneCount() >= tally.acknowledgedCount());
    Map<String, Double> figures = new TreeMap<>();
    addTimes(figures, first);
    figures.put("offeredPerSecond", (double) perSecond);
    figures.put("acceptedPerSecond", figures.getOrDefault("acknowledged", 0.0) / seconds);
    figures.put("refused", (double) refused);
    figures.put("processorSeconds", used);
    return figures;
  }

  /** How many orders of all that were placed the contender's own database says are closed. */
  int closed() throws SQLException {
    return Integer.parseInt(postgres.one(database, contender.closedQuery()));
  }

  /**
   * Waits until the contender itself says that so many orders are closed.
   *
   * @throws org.awaitility.core.ConditionTimeoutException when it does not
   */
  void requireClosed(int count) {
    Awaitility.await(contender + " closes " + count)
        .atMost(CLOSE_MAX)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> closed() == count);
  }

  /** Waits until Crossdock's lists show every order that is in its journal, as it is. */
  void requireTakenOver() {
    Awaitility.await(contender + " has its lists up to date")
        .atMost(CLOSE_MAX)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> postgres.one(database, BEHIND).equals("0"));
  }

  String databaseUrl() {
    return postgres.url(database);
  }

  /** Bytes that the database has on disk. */
  double databaseBytes() throws SQLException {
    return Double.parseDouble(
        postgres.one(database, "SELECT pg_database_size('" + database + "')"));
  }

  /** Kills the server, and starts it again on the same port and database. */
  void killAndRestart() throws IOException, InterruptedException {
    server.kill();
    server.close();
    server = launcher.start(contender, task);
  }

  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  Tally tally() {
    return tally;
  }

  PartnerStub partners() {
    return partners;
  }

  ServerProcess server() {
    return server;
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** How many orders were placed so far. */
  int placed() {
    return next;
  }

  List<String> files() {
    return List.of(task.name() + ".out", task.name() + ".err");
  }

  @Override
  public void close() throws SQLException {
    shop.close();
    server.close();
    partners.close();
    postgres.drop(database);
  }
}
