package dev.crossdock.api.server;

import dev.crossdock.api.Replies;
import dev.crossdock.api.RequestIds;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemType;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is not even a request with a problem too. Pekko HTTP makes it by its name. */
public final class ParsingErrors extends ParsingErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ParsingErrors.class);

  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    String id = RequestIds.next();
    LOG.info("request {} cannot be read: {}", id, error.summary());
    Problem problem = Problem.of(type(status.intValue()), error.summary());
    return Replies.finished(Replies.problem(problem, null, id), id);
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case 408 -> ProblemType.REQUEST_TIMEOUT;
      case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
      case 414 -> ProblemType.URI_TOO_LONG;
      case 417 -> ProblemType.EXPECTATION_FAILED;
      case 431 -> ProblemType.HEADER_TOO_LARGE;
      case 501 -> ProblemType.NOT_IMPLEMENTED;
      case 505 -> ProblemType.HTTP_VERSION_NOT_SUPPORTED;
      default -> ProblemType.BAD_HTTP;
    };
  }
}
