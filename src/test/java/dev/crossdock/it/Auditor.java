package dev.crossdock.it;

import dev.crossdock.it.Crowd.Promise;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks every order up that was promised, and asks for each once more under its key, both at nodes
 * that live, one after the other. Comes again when it is asked to, and when it is told.
 */
final class Auditor implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(8);
  private static final Duration LAST_MAX = Duration.ofMinutes(2);

  private final Nodes nodes;
  private final List<Integer> living;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Auditor(Nodes nodes) {
    this.nodes = nodes;
    this.living = nodes.living();
  }

  /** Those who are not shown the very order that they were promised. */
  List<String> broken(Collection<Promise> promises) {
    try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<List<String>>> findings = new ArrayList<>();
      promises.forEach(promise -> findings.add(askers.submit(() -> faults(promise))));
      List<String> broken = new ArrayList<>();
      for (Future<List<String>> finding : findings) {
        broken.addAll(finding.get());
      }
      return broken;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> faults(Promise promise) {
    List<String> faults = new ArrayList<>();
    HttpResponse<String> shown = answer(looking(url(promise.number()), promise.id()));
    if (shown.statusCode() != 200 || !text(shown, "reference").equals("PO-" + promise.key())) {
      faults.add(promise + " is shown as " + shown.statusCode() + " " + shown.body());
    }
    String elsewhere = url(promise.number() + 1);
    HttpResponse<String> again = answer(Crowd.placing(elsewhere, promise.key()));
    if (again.statusCode() != 200 || !text(again, "id").equals(promise.id())) {
      faults.add(promise + " became " + again.statusCode() + " " + again.body());
    }
    return faults;
  }

  private String url(int number) {
    return nodes.url(living.get(number % living.size()));
  }

  private static HttpRequest looking(String url, String id) {
    return HttpRequest.newBuilder(URI.create(url + "/v1/orders/" + id)).timeout(ANSWER_MAX).build();
  }

  private static String text(HttpResponse<String> answer, String name) {
    return Client.json(answer.body()).path(name).asText();
  }

  private HttpResponse<String> answer(HttpRequest request) {
    long last = System.nanoTime() + LAST_MAX.toNanos();
    while (true) {
      HttpResponse<String> answer =
          http.sendAsync(request, BodyHandlers.ofString()).exceptionally(lost -> null).join();
      boolean isLater = answer == null || answer.statusCode() == 503 || answer.statusCode() == 429;
      if (!isLater || System.nanoTime() > last) {
        return Objects.requireNonNull(answer, "no answer to " + request);
      }
      Fault.pass(Duration.ofMillis(Crowd.pauseMillis(answer)));
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
