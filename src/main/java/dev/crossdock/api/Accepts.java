package dev.crossdock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaRange;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.Accept;

/** Chooses the form of an answer by the header {@code Accept}. */
final class Accepts {
  private Accepts() {}

  /**
   * The media type to answer with; empty when the client wants none of them.
   *
   * @param produces in the order in which they are offered; a type that the client names goes
   *     before one that it only does not mind
   */
  static Optional<String> choose(HttpRequest request, List<String> produces) {
    List<MediaRange> ranges = new ArrayList<>();
    request
        .getHeaders()
        .forEach(
            header -> {
              if (header instanceof Accept accept) {
                accept.getMediaRanges().forEach(ranges::add);
              }
            });
    if (ranges.isEmpty()) {
      return Optional.of(produces.getFirst());
    }
    String best = null;
    double most = 0;
    for (String type : produces) {
      double wanted = wanted(ranges, type);
      if (wanted > most) {
        most = wanted;
        best = type;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double wanted(List<MediaRange> ranges, String type) {
    String[] parts = type.split("/", 2);
    MediaType mediaType = MediaTypes.customBinary(parts[0], parts[1], false);
    double quality = 0;
    int closest = -1;
    for (MediaRange range : ranges) {
      int closeness = closeness(range, mediaType);
      if (closeness > closest) {
        closest = closeness;
        quality = range.qValue();
      }
    }
    return quality == 0 ? 0 : quality + closest * 0.0001;
  }

  private static int closeness(MediaRange range, MediaType type) {
    if (!range.mainType().equals("*") && !range.mainType().equals(type.mainType())) {
      return -1;
    }
    if (range.mainType().equals("*")) {
      return 0;
    }
    return range.matches(type) ? (range.toString().contains("/*") ? 1 : 2) : -1;
  }
}
