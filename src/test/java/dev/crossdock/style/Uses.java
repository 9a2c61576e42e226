package dev.crossdock.style;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.crossdock.style.PackageTable.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds classes to the table of packages. */
final class Uses {
  private static final String OURS = "dev.crossdock";

  private Uses() {}

  /** Everything in which classes and table differ. */
  static List<String> faults(JavaClasses classes, PackageTable table) {
    Set<String> packages = new TreeSet<>();
    classes.forEach(it -> packages.add(nameOf(it)));
    Stream<String> withoutRow =
        packages.stream()
            .filter(name -> !table.present().contains(name))
            .map(name -> name + " has classes and no row in the table, or one marked (later)");
    Stream<String> withoutClass =
        table.present().stream()
            .filter(name -> !packages.contains(name))
            .map(name -> name + " has a row in the table and no classes");
    Stream<String> uses =
        classes.stream().flatMap(it -> uses(it, table)).map(Dependency::getDescription).distinct();
    return Stream.of(withoutRow, withoutClass, uses).flatMap(it -> it).toList();
  }

  private static Stream<Dependency> uses(JavaClass user, PackageTable table) {
    Optional<Row> row = table.row(nameOf(user));
    return user.getDirectDependenciesFromSelf().stream()
        .filter(use -> row.isPresent() && !isAllowed(nameOf(user), row.get(), use));
  }

  private static boolean isAllowed(String user, Row row, Dependency use) {
    JavaClass used = use.getTargetClass().getBaseComponentType();
    if (used.isPrimitive()) {
      return true;
    }
    if (isOurs(used)) {
      return nameOf(used).equals(user) || row.mayUse(nameOf(used));
    }
    return row.mayUseLibrary(used.getName());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(OURS) || type.getPackageName().startsWith(OURS + ".");
  }

  private static String nameOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(OURS) ? PackageTable.ROOT : name.substring(OURS.length() + 1);
  }
}
