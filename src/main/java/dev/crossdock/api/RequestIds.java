package dev.crossdock.api;

import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Names requests, so that an answer can be found in the log. */
public final class RequestIds {
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestIds() {}

  /** The client's own name for it if it is a sane one, else a new one. */
  static String of(HttpRequest request) {
    return request
        .getHeader("X-Request-Id")
        .map(HttpHeader::value)
        .filter(SANE.asMatchPredicate())
        .orElseGet(RequestIds::next);
  }

  public static String next() {
    return UUID.randomUUID().toString();
  }
}
