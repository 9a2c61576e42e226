package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Vendor;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is told the life of an order from a journal that no node has open. */
class ReplayOrderTest {
  private final Typed typed = new Typed();
  @TempDir private Path directory;
  private Path config = Path.of("none");

  @BeforeEach
  void journal() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory);
    journal.with(Story.told(Story.id(1)));
    config = Typed.config(directory, journal);
  }

  @Test
  void aLifeIsToldEventByEvent() {
    assertThat(run("ord_000001")).isZero();
    assertThat(typed.out())
        .contains("ord_000001 v1  placed  by merchant")
        .contains("+ status: RECEIVED")
        .contains("~ status: RECEIVED -> VALIDATING")
        .contains("by customer, waited for customer (check-customer) ")
        .contains("shp_000001-1 v1  opened  by ord_000001")
        .contains("Waited for, in all:");
  }

  @Test
  void aPointIsAVersionOrATime() {
    assertThat(run("ord_000001", "--at", "1")).isZero();
    assertThat(typed.out()).contains("ord_000001 status: RECEIVED").doesNotContain("shp_");
    assertThat(run("ord_000001", "--at", "2999-01-01T00:00:00Z")).isZero();
    assertThat(typed.out()).contains("shp_000001-1 status: RELEASED");
  }

  @Test
  void theDifferenceOfTwoPointsIsToldBothWays() {
    assertThat(run("ord_000001", "--diff", "1", "2")).isZero();
    assertThat(typed.out()).contains("~ ord_000001 status: RECEIVED -> VALIDATING");
    assertThat(run("ord_000001", "--diff", "2", "1")).isZero();
    assertThat(typed.out()).contains("~ ord_000001 status: VALIDATING -> RECEIVED");
  }

  @Test
  void whatIsWronglyTypedEndsWithTwoAndWhatIsNotThereWithOne() {
    assertThat(run("ord_000001", "--at", "soon")).isEqualTo(2);
    assertThat(run("ord_000001", "--at", "999")).isEqualTo(2);
    assertThat(run("ord_000001", "--at", "1", "--diff", "1", "2")).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("ord_none")).isEqualTo(1);
    assertThat(typed.err()).contains("no order of default has the id ord_none");
  }

  private int run(String... words) {
    return typed.run(config, "order", words);
  }
}
