package dev.crossdock.settings;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * How what is personal is stored.
 *
 * @param masters keys that orders' keys are wrapped with, 32 bytes each in base64; the first wraps
 * @param seal whether the personal data of new orders is sealed; only if there is a master
 * @param keysMax orders whose keys are kept in memory
 * @param keysFor how long they are, at most
 */
public record PersonalSettings(List<Secret> masters, boolean seal, int keysMax, Duration keysFor) {
  private static final int MASTER_BYTES = 32;

  public PersonalSettings {
    masters = List.copyOf(masters);
  }

  /** Nothing is sealed. */
  public static PersonalSettings none() {
    return new PersonalSettings(List.of(), false, 1, Duration.ofMinutes(1));
  }

  static PersonalSettings from(Section personal) {
    List<String> masters = personal.texts("masters");
    if (!masters.stream().allMatch(PersonalSettings::isMaster)) {
      personal.fault("masters", "has one that is not the base64 of 32 bytes");
    }
    PersonalSettings settings =
        new PersonalSettings(
            masters.stream().map(Secret::new).toList(),
            personal.flag("seal"),
            personal.whole("keys-max", 1_000, 10_000_000),
            personal.duration("keys-for", Duration.ofSeconds(10), Duration.ofMinutes(10)));
    personal.done();
    return settings;
  }

  private static boolean isMaster(String text) {
    try {
      return Base64.getDecoder().decode(text).length == MASTER_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
