package dev.crossdock.api.read;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers with their country's. A number counts when it is possible there: numbering plans
 * change faster than libraries, and a customer is not to be turned away for that.
 */
final class Phones {
  private static final Pattern WRITTEN = Pattern.compile("\\+[0-9 ().-]{5,30}");

  private Phones() {}

  static boolean isNumber(String text) {
    return parsed(text).isPresent();
  }

  /** As E.164 writes it; the text must be a number. */
  static String normalised(String text) {
    return PhoneNumberUtil.getInstance().format(parsed(text).orElseThrow(), PhoneNumberFormat.E164);
  }

  private static Optional<PhoneNumber> parsed(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = PhoneNumberUtil.getInstance().parse(text, "ZZ");
      return Optional.of(number).filter(PhoneNumberUtil.getInstance()::isPossibleNumber);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
