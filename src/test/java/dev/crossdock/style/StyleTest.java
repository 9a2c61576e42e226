package dev.crossdock.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every file to how it is to be written, and that each rule can fail. */
class StyleTest {

  @Test
  void javaIsWrittenAsItIsToBe() {
    Map<String, String> sources = SourceTree.java("src/");
    assertThat(sources).isNotEmpty();
    assertThat(JavaSource.all(sources)).flatExtracting(JavaRules::faults).isEmpty();
  }

  @Test
  void noFileSaysWhatNoneMay() {
    assertThat(SourceTree.texts().entrySet())
        .flatExtracting(it -> TextRules.faults(it.getKey(), it.getValue()))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Map<String, String> sources = SourceTree.java("src/");
    assertThat(PackageRules.faults(sources.keySet(), it -> Objects.requireNonNull(sources.get(it))))
        .isEmpty();
  }

  @Test
  void aLongFileOrMethodOrLineIsFound() {
    assertThat(faults("class A {}\n" + "\n".repeat(300)))
        .containsExactly("src/main/A.java: 301 lines");
    assertThat(faults("class A {\n  int a() {\n" + "\n".repeat(38) + "    return 1;\n  }\n}"))
        .containsExactly("src/main/A.java:2: a has 41 lines");
    assertThat(faults("class A {} //" + " ".repeat(88)))
        .containsExactly("src/main/A.java:1: 101 columns");
    assertThat(faults("import " + "a".repeat(100) + ";\nclass A {}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrderManager", "InfoOf", "UserData", "AbstractThing", "XUtils"})
  void aNameThatSaysNothingIsFound(String name) {
    assertThat(faults("class " + name + " {}")).singleElement().asString().contains(name);
    assertThat(faults("class Database { record Informed() {} }")).isEmpty();
  }

  @Test
  void aPackageNameThatSaysNothingIsFound() {
    assertThat(JavaRules.faults(JavaSource.of("src/main/java/x/util/A.java", "class A {}")))
        .containsExactly("src/main/java/x/util/A.java: package util");
  }

  @Test
  void typesNestedTooDeepAreFound() {
    assertThat(faults("class A {\n  class B {\n    class C {}\n  }\n}"))
        .containsExactly("src/main/A.java:3: C is nested too deep");
  }

  @Test
  void aMissingJavadocIsFound() {
    assertThat(faults("public class A {}")).containsExactly("src/main/A.java:1: A has no Javadoc");
    assertThat(faults("/** What it is. */\npublic class A {}")).isEmpty();
    assertThat(JavaRules.faults(JavaSource.of("src/test/A.java", "/* No. */ class A {}")))
        .containsExactly("src/test/A.java:1: A has no Javadoc");
  }

  @Test
  void aDefaultBesideTypesIsFound() {
    String body = "(Object o) { return switch (o) { case String s -> 1;\ndefault -> 2; }; } }";
    assertThat(faults("class A { int a" + body))
        .containsExactly("src/main/A.java:2: a default beside types, and no reason why");
    assertThat(faults("class A { int a" + body + " // Nothing else says so.")).isEmpty();
    assertThat(faults("class A { int evolve" + body)).isEmpty();
    assertThat(
            faults(
                "class A { int a(int i) { return switch (i) { case 1 -> 1; default -> 2; }; } }"))
        .isEmpty();
  }

  @Test
  void aSuppressionWithoutAReasonIsFound() {
    String suppression = "class A { @Suppress" + "Warnings(\"x\")";
    assertThat(faults(suppression + "\nint a; }"))
        .containsExactly("src/main/A.java:1: suppresses without a reason on the line");
    assertThat(faults(suppression + " // Because.\nint a; }")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "left to be done, // TO-DO",
    "a path of one machine, cd /ro-ot/x",
    "a path of one machine, \"/tm-p/x\"",
    "the host of a registry, https://repo1.mav-en.org/",
    "a repository of its own, <repo-sitory>"
  })
  void whatNoFileMaySayIsFound(String what, String line) {
    assertThat(TextRules.faults("f", "ok\n" + line.replace("-", "")))
        .containsExactly("f:2: " + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/work/x", "http://example.com/home/x", "${HOME}/tmp/x", "./data"})
  void otherPathsAreTaken(String line) {
    assertThat(TextRules.faults("f", line)).isEmpty();
  }

  @Test
  void aPackageThatDoesNotSayWhatItIsIsFound() {
    String good = "/** What it\n * is. */\n@NullMarked\npackage x;";
    assertThat(packageFaults(good)).isEmpty();
    assertThat(packageFaults("@NullMarked\npackage x;"))
        .containsExactly("src/main/java/x/package-info.java does not begin with one sentence");
    assertThat(packageFaults("/** One. Two. */\n@NullMarked\npackage x;")).hasSize(1);
    assertThat(packageFaults("/** What it is. */\npackage x;"))
        .containsExactly("src/main/java/x/package-info.java is not @NullMarked");
    assertThat(PackageRules.faults(Set.of("src/test/java/y/B.java"), it -> ""))
        .containsExactly("y has no package-info.java");
  }

  private static List<String> packageFaults(String text) {
    return PackageRules.faults(
        Set.of("src/main/java/x/package-info.java", "src/test/java/x/B.java"), it -> text);
  }

  private static List<String> faults(String text) {
    return JavaRules.faults(JavaSource.of("src/main/A.java", text));
  }
}
