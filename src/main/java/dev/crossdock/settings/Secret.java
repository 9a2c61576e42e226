package dev.crossdock.settings;

/** Text that is never shown, so that printing settings gives nothing away. */
public record Secret(String value) {

  @Override
  public String toString() {
    return "(secret)";
  }
}
