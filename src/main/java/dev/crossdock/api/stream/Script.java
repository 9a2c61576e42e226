package dev.crossdock.api.stream;

import java.util.Optional;
import org.apache.pekko.util.ByteString;

/**
 * What one stream says. Used by that stream alone, which never calls it twice at once.
 *
 * @param <T> what it is told
 */
public interface Script<T> {

  /** Says what has happened. */
  ByteString told(T news);

  /** Something to say though nothing has happened; asked at every heartbeat, so to be cheap. */
  Optional<ByteString> meanwhile();
}
