package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What live streams cost: the same load with none and with many, each on an order that waits for
 * its payment. Run by {@code scripts/streams.sh}; nothing but this machine is spoken to.
 */
final class StreamsBench {
  private static final long AGES_MILLIS = Duration.ofHours(5).toMillis();
  private static final int CANCELS_PER_SECOND = 5;
  private static final int OPENING_AT_ONCE = 250;
  private static final Executor IN_A_SECOND =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int streams;
  private final int seconds;
  private final int perSecond;
  private final MeasuredServer server;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Queue<Future<?>> answers = new ConcurrentLinkedQueue<>();
  private volatile int kept;
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final ScheduledExecutorService load = Executors.newScheduledThreadPool(2);

  private StreamsBench(int streams, int seconds, int perSecond, MeasuredServer server) {
    this.streams = streams;
    this.seconds = seconds;
    this.perSecond = perSecond;
    this.kept = streams;
    this.server = server;
    this.url = server.url();
  }

  /**
   * Words: how many streams, how many seconds a phase takes, how many orders are placed a second.
   */
  public static void main(String[] words) throws IOException {
    int streams = Integer.parseInt(words[0]);
    int seconds = Integer.parseInt(words[1]);
    int perSecond = Integer.parseInt(words[2]);
    Path folder = Files.createDirectories(Path.of("target", "streams").toAbsolutePath());
    try (Postgres postgres = Postgres.start();
        PretendPartners partners =
            PretendPartners.start(
                new Latency(100, 0), new Pace(hours(), hours(), hours()), List.of())) {
      String runtime = "crossdock.runtime.passivate-after = 20s\n";
      Path config =
          ConfigFile.write("streams", postgres.freshJournal(), partners.settings(), runtime);
      try (MeasuredServer server = MeasuredServer.start(config, folder)) {
        boolean good = new StreamsBench(streams, seconds, perSecond, server).run();
        System.exit(good ? 0 : 1);
      }
    }
  }

  private static Duration hours() {
    return Duration.ofMillis(AGES_MILLIS);
  }

  private boolean run() throws IOException {
    try {
      return measured();
    } finally {
      load.shutdownNow();
    }
  }

  private boolean measured() throws IOException {
    place(streams + 4 * seconds * CANCELS_PER_SECOND);
    say(String.format(Locale.ROOT, "%d orders wait", waiting.size()));
    List<Future<?>> loads =
        List.of(every(perSecond, this::placeOne), every(CANCELS_PER_SECOND, this::cancelOne));
    pass();
    double before = measure("without streams");
    double heapBefore = server.heapMebibytes();
    double residentBefore = server.residentMebibytes();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
    double with = withStreams(address, heapBefore, residentBefore);
    pass();
    double after = measure("without streams again");
    say(String.format(Locale.ROOT, "with / without: %.3f", with / ((before + after) / 2)));
    say(
        String.format(
            Locale.ROOT, "faults or refusals: %s", isGood() ? "none" : faults + " " + refused));
    loads.forEach(one -> one.cancel(false));
    return isGood();
  }

  private double withStreams(InetSocketAddress address, double heapBefore, double residentBefore)
      throws IOException {
    try (StreamClients clients = new StreamClients(address, Clock.systemUTC())) {
      double opening = server.processorSeconds();
      kept = Integer.MAX_VALUE;
      List<String> followed = open(clients);
      double each = (server.processorSeconds() - opening) * 1000 / streams;
      say(String.format(Locale.ROOT, "opened with %.2f ms each", each));
      pass();
      followed.forEach(this::giveBack);
      kept = 0;
      clients.measured();
      int beats = clients.heartbeats.get();
      double with = measure("with " + streams + " streams");
      told(clients, clients.heartbeats.get() - beats);
      double heap = kib(server.heapMebibytes() - heapBefore);
      double resident = kib(server.residentMebibytes() - residentBefore);
      say(String.format(Locale.ROOT, "a stream: heap %.1f KiB, resident %.1f KiB", heap, resident));
      faults.putAll(clients.faults);
      return with;
    }
  }

  private boolean isGood() {
    return faults.isEmpty() && refused.isEmpty();
  }

  private double kib(double mebibytes) {
    return mebibytes * 1024 / streams;
  }

  private List<String> open(StreamClients clients) {
    List<String> followed = new ArrayList<>();
    while (followed.size() < streams) {
      List<String> next = new ArrayList<>();
      while (next.size() < Math.min(OPENING_AT_ONCE, streams - followed.size())) {
        next.add(takeWaiting());
      }
      clients.follow(next);
      followed.addAll(next);
      await().atMost(Duration.ofSeconds(60)).until(() -> clients.begun.get() == followed.size());
    }
    return followed;
  }

  private void told(StreamClients clients, int beats) {
    Histogram latencies = clients.measured();
    say(
        String.format(
            Locale.ROOT,
            "events %d (in all %d), heartbeats %d, ended %d, faults %s",
            latencies.getTotalCount(),
            clients.events.get(),
            beats,
            clients.ended.get(),
            clients.faults));
    say(
        String.format(
            Locale.ROOT,
            "from event to client, ms: p50 %d, p99 %d, max %d",
            latencies.getValueAtPercentile(50),
            latencies.getValueAtPercentile(99),
            latencies.getMaxValue()));
  }

  /** Processor seconds of the server a second. */
  private double measure(String what) {
    double cpu = server.processorSeconds();
    long began = System.nanoTime();
    pass();
    double used = (server.processorSeconds() - cpu) * 1e9 / (System.nanoTime() - began);
    say(String.format(Locale.ROOT, "%s: %.3f processor seconds a second", what, used));
    return used;
  }

  private void pass() {
    await()
        .pollDelay(Duration.ofSeconds(seconds))
        .atMost(Duration.ofSeconds(seconds + 5L))
        .until(() -> true);
  }

  private void place(int count) {
    Semaphore room = new Semaphore(64);
    for (int i = 0; i < count; i++) {
      room.acquireUninterruptibly();
      String body = Wanted.lamps("PO-W-" + i).replace("tok_visa", "tok_pending");
      answers.add(
          post("/v1/orders", body)
              .whenComplete((id, failure) -> room.release())
              .thenAccept(this::keep));
    }
    await().atMost(Duration.ofSeconds(90)).until(() -> room.availablePermits() == 64);
  }

  private synchronized void keep(String id) {
    waiting.addLast(id);
  }

  private synchronized void giveBack(String id) {
    waiting.addFirst(id);
  }

  /** Those that will be followed are not cancelled before. */
  private synchronized boolean hasToSpare() {
    return waiting.size() > kept;
  }

  private synchronized String takeWaiting() {
    return waiting.removeFirst();
  }

  private void cancelOne() {
    if (hasToSpare()) {
      cancel(takeWaiting());
    }
  }

  private void cancel(String id) {
    String path = "/v1/orders/" + id + "/cancellation";
    answers.add(post(path, "{\"reason\": \"measured\"}"));
  }

  private void placeOne() {
    answers.add(post("/v1/orders", Wanted.lamps("PO-" + System.nanoTime())));
  }

  private Future<?> every(int perSecond, Runnable what) {
    return load.scheduleAtFixedRate(what, 0, 1_000_000L / perSecond, TimeUnit.MICROSECONDS);
  }

  private CompletableFuture<String> post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenCompose(
            answer ->
                answer.statusCode() == 503
                    ? CompletableFuture.runAsync(() -> {}, IN_A_SECOND)
                        .thenCompose(now -> post(path, body))
                    : CompletableFuture.completedFuture(id(answer)));
  }

  private String id(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      String what = answer.statusCode() + " " + answer.body();
      refused.merge(what.substring(0, Math.min(90, what.length())), 1, Integer::sum);
    }
    try {
      return JSON.readTree(answer.body()).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
