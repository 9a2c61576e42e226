package dev.crossdock.partner.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error, as far as it can be understood: RFC 9457 or just a status.
 *
 * @param code the last part of the problem's type, or {@code http-<status>}
 * @param detail at most 500 characters, without control characters
 */
record Problem(String code, String detail) {
  private static final int DETAIL_CHARS_MAX = 500;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** Whatever the content type is: a partner may call its problem plain JSON. */
  static Problem of(HttpAnswer answer) {
    try {
      Fields body = Fields.of(answer.body().getBytes());
      return problem(answer, body);
    } catch (Garbage none) {
      return new Problem("http-" + answer.status(), bounded(answer.statusText()));
    }
  }

  /** Text of somebody else, made fit to be stored and shown. */
  static String bounded(String text) {
    String clean = CONTROL.matcher(text).replaceAll(" ").strip();
    if (clean.length() <= DETAIL_CHARS_MAX) {
      return clean;
    }
    boolean splitsPair = Character.isHighSurrogate(clean.charAt(DETAIL_CHARS_MAX - 1));
    return clean.substring(0, splitsPair ? DETAIL_CHARS_MAX - 1 : DETAIL_CHARS_MAX);
  }

  private static Problem problem(HttpAnswer answer, Fields body) {
    String type = textOf(body, "type");
    String code = type == null ? null : lastPart(type);
    String detail =
        Stream.of(textOf(body, "title"), textOf(body, "detail"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(": "));
    return new Problem(
        code == null || !CODE.matcher(code).matches() ? "http-" + answer.status() : code,
        bounded(detail.isBlank() ? answer.statusText() : detail));
  }

  private static @Nullable String textOf(Fields body, String name) {
    return body.node().path(name).textValue();
  }

  private static @Nullable String lastPart(String type) {
    try {
      URI uri = new URI(type);
      if (uri.getFragment() != null) {
        return uri.getFragment();
      }
      String path = uri.isOpaque() ? uri.getSchemeSpecificPart() : uri.getPath();
      return type.equals("about:blank") || path.isEmpty() ? null : lastSegment(path);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String lastSegment(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
  }
}
