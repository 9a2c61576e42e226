package dev.crossdock.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A way in which a partner goes wrong. */
public enum FaultKind {
  /** Answers as it should, but so many milliseconds later than usual (default 1000). */
  @JsonProperty("latency")
  LATENCY,
  /** Answers with a status (default 503) and does nothing. */
  @JsonProperty("status")
  STATUS,
  /** Is silent for so many milliseconds (default 30000), and only then does it and answers. */
  @JsonProperty("hang")
  HANG,
  /** Cuts the connection and does nothing. */
  @JsonProperty("drop-before")
  DROP_BEFORE,
  /** Does it, then (after so many milliseconds, default 0) cuts the connection unanswered. */
  @JsonProperty("drop-after")
  DROP_AFTER,
  /** Does it, then answers 200 with something that is not JSON. */
  @JsonProperty("garbage")
  GARBAGE
}
