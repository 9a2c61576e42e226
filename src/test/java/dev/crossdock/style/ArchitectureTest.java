package dev.crossdock.style;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Holds the packages to the table in the architecture document, and that this can fail. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final String TABLE =
      """
      | package | is | may use | libraries |
      | --- | --- | --- | --- |
      | `trade` | values | - | JDK |
      """;

  @Test
  void packagesUseOnlyWhatTheTableAllows() throws IOException {
    PackageTable table = PackageTable.of(Files.readString(Path.of("docs/ARCHITECTURE.md")));
    assertThat(table.present()).isNotEmpty();
    assertThat(Uses.faults(OURS, table)).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    noCycles(JavaClass::getPackageName).check(OURS);
  }

  @Test
  void nobodyBlocksReadsTheClockOrWritesToTheConsole() {
    assertThat(BannedCalls.faults(OURS)).isEmpty();
  }

  @Test
  void aPackageWithoutARowIsFound() {
    assertThat(Uses.faults(OURS, PackageTable.of(TABLE)))
        .contains("partner has classes and no row in the table, or one marked (later)");
  }

  @Test
  void aRowWithoutAPackageIsFound() {
    String table = TABLE + "| `nobody` | - | - | JDK |\n| `somebody` (later) | - | - | JDK |\n";
    assertThat(Uses.faults(OURS, PackageTable.of(table)))
        .contains("nobody has a row in the table and no classes")
        .noneMatch(it -> it.contains("somebody"));
  }

  @Test
  void aUseThatIsNotInTheTableIsFound() {
    assertThat(Uses.faults(OURS, PackageTable.of(TABLE + "| `partner` | - | - | JDK |\n")))
        .anyMatch(it -> it.contains("dev.crossdock.partner.Ask") && it.contains("trade.Address"));
  }

  @Test
  void aLibraryThatIsNotInTheTableIsFound() {
    assertThat(Uses.faults(OURS, PackageTable.of(TABLE + "| `settings` | - | - | JDK |\n")))
        .anyMatch(it -> it.contains("com.typesafe.config.Config"));
    assertThat(Libraries.has("JDK", "java.sql.Connection")).isFalse();
    assertThat(Libraries.has("Pekko", "org.apache.pekko.http.javadsl.Http")).isFalse();
    assertThat(Libraries.has("Pekko", "java.util.List")).isTrue();
  }

  @Test
  void aCycleIsFound() {
    JavaClasses both = new ClassFileImporter().importClasses(Hen.class, Egg.class);
    ArchRule rule = noCycles(JavaClass::getName);
    assertThatThrownBy(() -> rule.check(both)).hasMessageContaining("Cycle detected");
  }

  @Test
  void packagesOfOneRowMayUseEachOther() {
    PackageTable table = PackageTable.of(TABLE + "| `a`, `a.b` | - | `trade` | JDK |\n");
    assertThat(table.present()).containsExactly("a", "a.b", "trade");
    assertThat(table.row("a.b")).hasValueSatisfying(it -> assertThat(it.mayUse("a")).isTrue());
  }

  @Test
  void aTableThatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> PackageTable.of(TABLE + "| `a` | - | `b` | JDK |\n"))
        .hasMessage("b does not stand above who uses it");
    assertThatThrownBy(() -> PackageTable.of(TABLE + "| `a` | - | - | Jakson |\n"))
        .hasMessage("unknown library: Jakson");
  }

  @Test
  void bannedCallsAreFound() {
    JavaClasses sinner = new ClassFileImporter().importClasses(Sinner.class);
    assertThat(BannedCalls.faults(sinner))
        .hasSize(6)
        .anyMatch(it -> it.contains("Thread.sleep"))
        .anyMatch(it -> it.contains("Instant.now()"))
        .anyMatch(it -> it.contains("Clock.systemUTC"))
        .anyMatch(it -> it.contains("CompletableFuture.join"))
        .anyMatch(it -> it.contains("CompletableFuture.get("))
        .anyMatch(it -> it.contains("System.out"));
  }

  /** Does everything that is banned, and what is not. */
  static final class Sinner {
    Instant sin(CompletableFuture<Instant> future) throws Exception {
      Thread.sleep(1);
      System.out.println(future.join());
      return Instant.now().isBefore(Instant.now(Clock.systemUTC())) ? future.get() : Instant.EPOCH;
    }
  }

  static final class Hen {
    Egg egg() {
      return new Egg();
    }
  }

  static final class Egg {
    Hen hen() {
      return new Hen();
    }
  }

  private static ArchRule noCycles(Function<JavaClass, String> slice) {
    return slices().assignedFrom(new Slicing(slice)).should().beFreeOfCycles();
  }

  private record Slicing(Function<JavaClass, String> slice) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(slice.apply(type));
    }

    @Override
    public String getDescription() {
      return "slices";
    }
  }
}
