package dev.crossdock.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import org.junit.jupiter.api.Test;

/** That every source is as google-java-format leaves it; {@code scripts/format.sh} sees to it. */
class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceIsFormatted() {
    assertThat(SourceTree.java("src/").entrySet())
        .filteredOn(it -> !isFormatted(it.getValue()))
        .extracting(it -> it.getKey())
        .isEmpty();
  }

  @Test
  void aSourceThatIsNotIsFound() {
    assertThat(isFormatted("class A {\n  int a;\n}\n")).isTrue();
    assertThat(isFormatted("class A {\n   int a;\n}\n")).isFalse();
    assertThat(isFormatted("import b.B;\n\nclass A {}\n")).isFalse();
  }

  private boolean isFormatted(String text) {
    try {
      String formatted = formatter.formatSourceAndFixImports(text);
      return StringWrapper.wrap(formatted, formatter).equals(text);
    } catch (FormatterException e) {
      return false;
    }
  }
}
