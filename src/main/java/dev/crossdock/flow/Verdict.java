package dev.crossdock.flow;

/** What a partner's answer means to the step that asked. */
public sealed interface Verdict {

  /** The step has what it wanted. */
  record Done() implements Verdict {}

  /** The partner has taken it, and tells the rest by callback. */
  record Taken() implements Verdict {}

  /** A business no in the clothes of an answer. */
  record No(String code, String detail) implements Verdict {}
}
