package dev.crossdock.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Vendor;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.PersonalSettings;
import dev.crossdock.settings.Secret;
import dev.crossdock.trade.OrderId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node opens the keys that it can unwrap, or says which master it is missing. */
class PersonalKeysTest {
  private static final String OLD = master(1);
  private static final String NEW = master(2);
  private static final OrderId ORDER = new OrderId("default", "ord_1");

  @TempDir private Path directory;

  private static String master(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return Base64.getEncoder().encodeToString(key);
  }

  @Test
  void withoutTheMasterOfWhatIsStoredItDoesNotOpen() throws SQLException {
    Database database = begun();
    for (List<String> masters : List.of(List.<String>of(), List.of(NEW))) {
      assertThatThrownBy(() -> open(database, masters).close())
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("which is not among crossdock.journal.personal.masters");
    }
  }

  @Test
  void oneAfterTheOtherTheMasterIsChanged() throws SQLException {
    Database database = begun();
    try (PersonalKeys keys = open(database, List.of(NEW, OLD))) {
      String first = new Masters(List.of(NEW)).first();
      await()
          .untilAsserted(
              () -> assertThat(database.one("SELECT master FROM personal_key")).isEqualTo(first));
      assertThat(keys.keys().areThere()).isTrue();
    }
    open(database, List.of(NEW)).close();
  }

  @Test
  void aCertificateComesAgainAndOnlyNewOrdersMakeANewOne() throws SQLException {
    Database database = begun();
    try (PersonalKeys keys = open(database, List.of(OLD))) {
      Certificate first = destroyed(keys, List.of(ORDER));
      assertThat(destroyed(keys, List.of(ORDER))).isEqualTo(first);
      OrderId next = new OrderId("default", "ord_2");
      keys.keys().begin(next, "cus_1");
      done(keys.keys().stored());
      Certificate second = destroyed(keys, List.of(ORDER, next));
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.keys()).extracting(Certificate.Destroyed::order).containsExactly(next);
      assertThat(done(keys.last("default", "cus_1"))).contains(second);
      assertThat(done(keys.last("default", "cus_2"))).isEmpty();
    }
  }

  @Test
  void whereNothingIsSealedNoMasterIsMissed() throws SQLException {
    Database database = Database.migrated(Vendor.H2, directory);
    try (PersonalKeys keys = open(database, List.of())) {
      assertThat(keys.keys()).isSameAs(OrderKeys.NONE);
    }
  }

  private static Certificate destroyed(PersonalKeys keys, List<OrderId> orders) {
    return done(keys.destroy("default", "cus_1", orders)).orElseThrow();
  }

  /** With the key of one order. */
  private Database begun() throws SQLException {
    Database database = Database.migrated(Vendor.H2, directory);
    try (PersonalKeys keys = open(database, List.of(OLD))) {
      keys.keys().begin(ORDER, "cus_1");
      done(keys.keys().stored());
    }
    return database;
  }

  private static PersonalKeys open(Database database, List<String> masters) {
    List<Secret> secrets = masters.stream().map(Secret::new).toList();
    return PersonalKeys.open(
        new JournalSettings(
            database.url(),
            database.user(),
            new Secret(database.password()),
            4,
            new PersonalSettings(secrets, true, 100, Duration.ofSeconds(60))),
        Clock.systemUTC());
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
