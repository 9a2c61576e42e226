package dev.crossdock.style;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Finds the calls that nobody may make, or only the classes that put the program together. */
final class BannedCalls {
  private static final Set<String> PURE =
      Set.of("trade", "partner", "flow", "order", "shipment", "claim");

  /** They make the clock, or are the main thread, that has nothing to do but wait. */
  private static final Set<String> MAKERS =
      Set.of("dev.crossdock.Main", "dev.crossdock.Wiring", "dev.crossdock.cli.Waiting");

  private static final Set<String> BLOCKING = Set.of("get", "join");

  private BannedCalls() {}

  static List<String> faults(JavaClasses classes) {
    return classes.stream()
        .filter(user -> !MAKERS.contains(outermost(user).getName()))
        .flatMap(user -> user.getAccessesFromSelf().stream())
        .filter(BannedCalls::isBanned)
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean isBanned(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return readsClock(access, owner, name)
        || blocks(owner, name)
        || (owner.isEquivalentTo(System.class) && (name.equals("out") || name.equals("err")))
        || (isPure(access.getOriginOwner()) && (rollsDice(owner, name) || readsNanos(owner, name)));
  }

  /** With a clock as its argument {@code now} is as good as that clock. */
  private static boolean readsClock(JavaAccess<?> access, JavaClass owner, String name) {
    boolean takesNothing =
        access.getTarget() instanceof CodeUnitCallTarget call
            && call.getRawParameterTypes().isEmpty();
    return (owner.getPackageName().equals("java.time") && name.equals("now") && takesNothing)
        || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
        || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
  }

  private static boolean blocks(JavaClass owner, String name) {
    boolean waits = owner.isAssignableTo(Future.class) && BLOCKING.contains(name);
    return waits || (owner.isEquivalentTo(Thread.class) && name.equals("sleep"));
  }

  private static boolean rollsDice(JavaClass owner, String name) {
    return owner.isAssignableTo(RandomGenerator.class)
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
  }

  private static boolean readsNanos(JavaClass owner, String name) {
    return owner.isEquivalentTo(System.class) && (name.equals("nanoTime") || name.equals("getenv"));
  }

  private static boolean isPure(JavaClass user) {
    return PURE.stream().anyMatch(name -> user.getPackageName().equals("dev.crossdock." + name));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(BannedCalls::outermost).orElse(type);
  }
}
