package dev.crossdock.api.read;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.replay.AsOf;
import java.util.Map;
import java.util.Optional;

/** Reads of which point in its life an order is to be shown. */
public final class AsOfReader {
  private AsOfReader() {}

  /**
   * The point; empty when it is to be shown as it is now.
   *
   * @param query parameters, each once
   * @throws ProblemException when that is no point, or there are two
   */
  public static Optional<AsOf> read(Map<String, String> query) {
    String version = query.get("asOfVersion");
    String time = query.get("asOf");
    if (version != null && time != null) {
      throw invalid("either asOf or asOfVersion, not both");
    }
    return version == null
        ? Optional.ofNullable(time).map(AsOfReader::time)
        : Optional.of(version(version));
  }

  private static AsOf time(String text) {
    return Times.instant(text)
        .map(AsOf.Time::new)
        .orElseThrow(() -> invalid("asOf is no time like 2026-12-01T08:00:00Z"));
  }

  private static AsOf version(String text) {
    if (!text.matches("0*[1-9][0-9]{0,17}")) {
      throw invalid("asOfVersion is a number from 1");
    }
    return new AsOf.Version(Long.parseLong(text));
  }

  private static ProblemException invalid(String detail) {
    return Problem.of(ProblemType.INVALID_PARAMETER, detail).asException();
  }
}
