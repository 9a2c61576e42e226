package dev.crossdock.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That the tree shows who lives, who failed, and nobody else. */
final class SupervisionTest {
  private final Supervision supervision = new Supervision();
  private final Supervision.Branch orders = supervision.root().child("orders", "region");

  @Test
  void forgetsWhoEndedWithoutAFailure() {
    orders.child("ord_1", "entity").stopped();
    assertThat(shown().childrenTotal()).isZero();
  }

  @Test
  void keepsWhoWasGivenUpAndWhy() {
    var order = orders.child("ord_1", "entity");
    order.failed(new IllegalStateException("broken"));
    order.stopped();
    TreeNode node = shown().children().getFirst();
    assertThat(node.state()).isEqualTo("stopped");
    assertThat(node.restarts()).isEqualTo(1);
    assertThat(node.lastFailure()).isEqualTo("java.lang.IllegalStateException: broken");
  }

  @Test
  void forgetsEvenWhoFailedWhenToldTo() {
    var order = orders.child("ord_1", "entity");
    order.failed(new IllegalStateException("broken"));
    order.forgotten();
    assertThat(shown().childrenTotal()).isZero();
  }

  @Test
  void keepsASuccessorWhenItsPredecessorEndsLate() {
    var first = orders.child("ord_1", "entity");
    var second = orders.child("ord_1", "entity");
    first.stopped();
    assertThat(shown().children().getFirst().state()).isEqualTo("running");
    second.stopped();
    assertThat(shown().childrenTotal()).isZero();
  }

  @Test
  void showsOnlySoManyButCountsAll() {
    List.of("c", "a", "b").forEach(name -> orders.child(name, "entity"));
    TreeNode region = supervision.tree(2).children().getFirst();
    assertThat(region.childrenTotal()).isEqualTo(3);
    assertThat(region.children()).extracting(TreeNode::name).containsExactly("a", "b");
  }

  private TreeNode shown() {
    return supervision.tree(10).children().getFirst();
  }
}
