package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;

/** The rules that texts of requests are held to, by what they mean. */
final class Rules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<Integer> GTIN_LENGTHS = Set.of(8, 12, 13, 14);

  static final Rule ID = Rule.text(100);
  static final Rule NAME = Rule.text(200);
  static final Rule DESCRIPTION = Rule.text(1000);
  static final Rule TOKEN = Rule.text(255);
  static final Rule KEY =
      Rule.form(255, FaultCode.PATTERN, "is not 1 to 255 visible ASCII characters", "[!-~]+");

  static final Rule COUNTRY =
      new Rule(100, FaultCode.COUNTRY, "is no country of ISO 3166-1 alpha-2", COUNTRIES::contains);
  static final Rule SUBDIVISION =
      Rule.form(100, FaultCode.PATTERN, "is 1 to 3 of A to Z and 0 to 9", "[A-Z0-9]{1,3}");
  static final Rule CURRENCY =
      new Rule(100, FaultCode.CURRENCY, "is no currency of ISO 4217", CURRENCIES::contains);
  static final Rule AMOUNT =
      Rule.form(
          100,
          FaultCode.PATTERN,
          "is a decimal number like 39.80, no more than 12 digits before the point",
          "-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,10})?");
  static final Rule GTIN =
      new Rule(100, FaultCode.GTIN, "is no GTIN with a right check digit", Rules::isGtin);
  static final Rule HS_CODE = Rule.form(100, FaultCode.PATTERN, "is 6 to 10 digits", "[0-9]{6,10}");
  static final Rule EMAIL =
      new Rule(254, FaultCode.EMAIL, "is no e-mail address", EmailValidator.getInstance()::isValid);
  static final Rule PHONE =
      new Rule(100, FaultCode.PHONE, "is no phone number with +", text -> Phones.isNumber(text));

  private Rules() {}

  /** GTIN-8, -12, -13 and -14 all weigh their digits from the right, as EAN-13 does. */
  private static boolean isGtin(String text) {
    return GTIN_LENGTHS.contains(text.length())
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(text);
  }
}
