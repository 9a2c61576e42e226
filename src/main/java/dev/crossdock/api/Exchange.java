package dev.crossdock.api;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * A request on its way to its answer.
 *
 * @param id names the request in answer and log
 * @param path what the template's variables stand for
 * @param query parameters, each once
 */
record Exchange(
    HttpRequest request, String id, Map<String, String> path, Map<String, String> query) {

  /**
   * A variable of the endpoint's template.
   *
   * @throws IllegalArgumentException when the template does not have it
   */
  String variable(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no {" + name + "} in the template");
    }
    return value;
  }

  Optional<String> header(String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }

  /**
   * Whether a query parameter is {@code true}; it is not, when it is not there.
   *
   * @throws ProblemException when it is neither {@code true} nor {@code false}
   */
  boolean flag(String name) {
    return switch (query.getOrDefault(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.of(ProblemType.INVALID_PARAMETER, name + " is true or false").asException();
    };
  }

  /**
   * A query parameter that is a whole number.
   *
   * @throws ProblemException when it is not within the bounds
   */
  long whole(String name, long otherwise, long min, long max) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,18}")) {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw Problem.of(
            ProblemType.INVALID_PARAMETER, name + " is a number from " + min + " to " + max)
        .asException();
  }
}
