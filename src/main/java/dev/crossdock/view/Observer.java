package dev.crossdock.view;

import dev.crossdock.ops.Supervision.Branch;
import org.apache.pekko.projection.HandlerRecoveryStrategy;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.StatusObserver;

/** Writes down in the supervision tree how a projection is. */
final class Observer extends StatusObserver<JournalRow> {
  private final Branch branch;

  Observer(Branch branch) {
    this.branch = branch;
  }

  @Override
  public void started(ProjectionId id) {}

  @Override
  public void failed(ProjectionId id, Throwable cause) {
    branch.failed(cause);
  }

  @Override
  public void stopped(ProjectionId id) {}

  @Override
  public void beforeProcess(ProjectionId id, JournalRow row) {}

  @Override
  public void afterProcess(ProjectionId id, JournalRow row) {}

  /** That it has begun again says nothing: it may be about to fail again. */
  @Override
  public void offsetProgress(ProjectionId id, JournalRow row) {
    branch.running();
  }

  @Override
  public void error(
      ProjectionId id, JournalRow row, Throwable cause, HandlerRecoveryStrategy strategy) {}
}
