package dev.crossdock.api;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.order.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.Uri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request, and makes whatever goes wrong a problem. */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  private final List<Endpoint> endpoints;
  private final Bodies bodies;

  Router(List<Endpoint> endpoints, Bodies bodies) {
    this.endpoints = List.copyOf(endpoints);
    this.bodies = bodies;
  }

  /** The answer. The stage does not fail. */
  CompletionStage<HttpResponse> answer(HttpRequest request, String id) {
    return reply(request, id)
        .exceptionally(failure -> failed(request, id, failure))
        .thenApply(response -> Replies.finished(response, id));
  }

  private CompletionStage<HttpResponse> reply(HttpRequest request, String id) {
    try {
      Found found = find(request);
      Endpoint endpoint = found.endpoint();
      Map<String, String> query = query(request, endpoint);
      if (Accepts.choose(request, endpoint.produces()).isEmpty()) {
        throw Problem.of(
                ProblemType.NOT_ACCEPTABLE,
                "to be had as " + String.join(", ", endpoint.produces()))
            .asException();
      }
      if (!endpoint.readsBody()) {
        bodies.discard(request);
      }
      return endpoint.handler().handle(new Exchange(request, id, found.variables(), query));
    } catch (ProblemException e) {
      bodies.discard(request);
      return Replies.now(problem(request, id, e.problem()));
    } catch (RuntimeException e) {
      return Replies.now(failed(request, id, e));
    }
  }

  private Found find(HttpRequest request) {
    List<String> segments = segments(request.getUri());
    List<Found> here = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      endpoint.match(segments).ifPresent(variables -> here.add(new Found(endpoint, variables)));
    }
    if (here.isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND, "nothing has this path").asException();
    }
    return here.stream()
        .filter(found -> found.endpoint().method().equals(asked(request)))
        .findFirst()
        .orElseThrow(() -> wrongMethod(here));
  }

  /** Decoded; a slash at the end has an empty one behind it. */
  static List<String> segments(Uri uri) {
    List<String> segments = new ArrayList<>();
    uri.pathSegments().forEach(segments::add);
    if (uri.getPathString().endsWith("/")) {
      segments.add("");
    }
    return segments;
  }

  /** HEAD is answered like GET; that the body is left out is the server's matter. */
  private static HttpMethod asked(HttpRequest request) {
    return request.method().equals(HttpMethods.HEAD) ? HttpMethods.GET : request.method();
  }

  private static ProblemException wrongMethod(List<Found> here) {
    String allowed =
        here.stream()
            .map(found -> found.endpoint().method().value())
            .map(method -> method.equals("GET") ? "GET, HEAD" : method)
            .collect(Collectors.joining(", "));
    return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "allowed are " + allowed)
        .with("Allow", allowed)
        .asException();
  }

  private static Map<String, String> query(HttpRequest request, Endpoint endpoint) {
    Map<String, String> query = new HashMap<>();
    for (var parameter : parameters(request)) {
      String name = parameter.first();
      if (!endpoint.parameters().contains(name)) {
        throw invalid("no parameter " + name + " is known here");
      }
      if (query.put(name, parameter.second()) != null) {
        throw invalid("the parameter " + name + " is there twice");
      }
    }
    return query;
  }

  private static List<org.apache.pekko.japi.Pair<String, String>> parameters(HttpRequest request) {
    try {
      return request.getUri().query().toList();
    } catch (RuntimeException e) {
      throw invalid("the query cannot be read");
    }
  }

  private static ProblemException invalid(String detail) {
    return Problem.of(ProblemType.INVALID_PARAMETER, detail).asException();
  }

  private static HttpResponse failed(HttpRequest request, String id, Throwable failure) {
    if (cause(failure) instanceof Unavailable e) {
      LOG.warn("request {}: {}", id, e.getMessage());
    }
    return problem(request, id, problemOf(failure, id));
  }

  /** What to say of whatever went wrong; what nobody thought of is logged. */
  static Problem problemOf(Throwable failure, String id) {
    return switch (cause(failure)) {
      case ProblemException e -> e.problem();
      case Unavailable e -> unavailable("retry with the same key");
      case Throwable e -> {
        LOG.error("request {} failed", id, e);
        yield Problem.of(ProblemType.INTERNAL_ERROR, "logged under the request's id");
      }
    };
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  static HttpResponse timedOut(HttpRequest request, String id) {
    LOG.warn("request {} was not answered in time", id);
    return problem(request, id, unavailable("no answer in time; retry with the same key"));
  }

  static Problem unavailable(String detail) {
    return Problem.of(ProblemType.UNAVAILABLE, detail).with("Retry-After", RETRY_AFTER_SECONDS);
  }

  private static HttpResponse problem(HttpRequest request, String id, Problem problem) {
    return Replies.problem(problem, request.getUri().getPathString(), id);
  }

  /** An endpoint of a path. */
  private record Found(Endpoint endpoint, Map<String, String> variables) {}
}
