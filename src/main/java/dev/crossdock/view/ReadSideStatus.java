package dev.crossdock.view;

import java.time.Instant;

/** How far the answers of the read side are behind what has happened. Costs nothing to ask. */
public interface ReadSideStatus {

  /** Everything that was journalled up to then is in the tables. */
  Instant asOf();

  /** How long ago {@link #asOf} is, in milliseconds. */
  long lagMillis();

  /** How many events are not in the tables yet; counted up to 100 000. */
  long eventsBehind();
}
