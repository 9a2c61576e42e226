package dev.crossdock.settings;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public SettingsException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One line each, with where it stands; never empty. */
  public List<String> faults() {
    return faults;
  }
}
