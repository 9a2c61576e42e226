package dev.crossdock.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes when it is told to. */
final class TestClock extends Clock {
  private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOON);

  private final AtomicBoolean failing = new AtomicBoolean();

  private final AtomicInteger looks = new AtomicInteger();

  private final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);

  /** From now on goes on by so much with every look. */
  void passWithEveryLook(Duration time) {
    step.set(time);
  }

  /** Whoever looks next fails. */
  void failOnce() {
    failing.set(true);
  }

  boolean isFailing() {
    return failing.get();
  }

  /** How often somebody has looked. */
  int looks() {
    return looks.get();
  }

  void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  @Override
  public Instant instant() {
    looks.incrementAndGet();
    if (failing.getAndSet(false)) {
      throw new IllegalStateException("the clock has stopped");
    }
    Duration passing = Objects.requireNonNull(step.get());
    return Objects.requireNonNull(now.getAndUpdate(at -> at.plus(passing)));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("always UTC");
  }
}
