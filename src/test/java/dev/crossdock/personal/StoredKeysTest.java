package dev.crossdock.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.KeysAway;
import dev.crossdock.journal.Seal;
import dev.crossdock.journal.Vendor;
import dev.crossdock.trade.OrderId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of orders are stored before they are needed, found again, wrapped anew, and destroyed. */
class StoredKeysTest {
  private static final String OLD = master(1);
  private static final String NEW = master(2);
  private static final OrderId ORDER = new OrderId("default", "ord_1");
  private static final byte[] ADA = "Ada, Street 1".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private long nanos;

  private static String master(int filling) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) filling);
    return Base64.getEncoder().encodeToString(key);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatOneNodeHasSealedAnotherOpens(Vendor vendor) throws Exception {
    Database database = Database.migrated(vendor, directory);
    byte[] sealed = begun(node(database, OLD), ORDER);
    String key = database.one("SELECT key_id FROM personal_key");
    assertThat(sealed).isNotEqualTo(ADA);
    assertThat(node(database, OLD).open(ORDER, key, sealed)).contains(ADA);
    assertThat(database.one("SELECT customer_id FROM personal_key")).isEqualTo("cus_1");
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aKeyThatWasDestroyedOpensNothingAndSealsNothing(Vendor vendor) throws Exception {
    Database database = Database.migrated(vendor, directory);
    StoredKeys keys = node(database, OLD);
    byte[] sealed = begun(keys, ORDER);
    begun(keys, new OrderId("default", "ord_2"));
    String key = database.one("SELECT key_id FROM personal_key WHERE order_id LIKE '%ord_1'");
    try (Connection connection = database.source().getConnection()) {
      assertThat(ErasureTable.destroy(connection, "era_1", List.of(ORDER))).isEqualTo(1);
      assertThat(ErasureTable.destroy(connection, "era_2", List.of(ORDER))).isZero();
      ErasureTable.insert(connection, "era_1", "default", "cus_1", java.time.Instant.EPOCH);
      assertThat(ErasureTable.last(connection, "default", "cus_1").orElseThrow().keys())
          .containsExactly(new Certificate.Destroyed(key, ORDER));
    }
    done(keys.readAnew(ORDER));
    assertThat(keys.open(ORDER, key, sealed)).isEmpty();
    assertThat(keys.of(ORDER)).isInstanceOf(Seal.Broken.class);
    assertThat(database.one("SELECT COUNT(*) FROM personal_key WHERE wrapped IS NULL"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void keysAreWrappedAnewWithTheFirstMaster(Vendor vendor) throws Exception {
    Database database = Database.migrated(vendor, directory);
    byte[] sealed = begun(node(database, OLD), ORDER);
    String key = database.one("SELECT key_id FROM personal_key");
    Masters both = new Masters(List.of(NEW, OLD));
    new Rewrapping(store(database), both).run();
    assertThat(database.one("SELECT master FROM personal_key")).isEqualTo(both.first());
    assertThat(node(database, NEW).open(ORDER, key, sealed)).contains(ADA);
    assertThatThrownBy(() -> node(database, OLD).open(ORDER, key, sealed))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(both.first());
  }

  @Test
  void aKeyIsForgottenInTime() throws Exception {
    Database database = Database.migrated(Vendor.H2, directory);
    StoredKeys keys = node(database, OLD);
    byte[] sealed = begun(keys, ORDER);
    String key = database.one("SELECT key_id FROM personal_key");
    database.run("UPDATE personal_key SET wrapped = NULL");
    assertThat(keys.open(ORDER, key, sealed)).contains(ADA);
    nanos += Duration.ofSeconds(60).toNanos();
    assertThat(keys.open(ORDER, key, sealed)).isEmpty();
  }

  @Test
  void aKeyThatWasNeverThereIsNoErasure() throws Exception {
    StoredKeys keys = node(Database.migrated(Vendor.H2, directory), OLD);
    assertThatThrownBy(() -> keys.open(ORDER, "key_lost", ADA))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("key_lost is not there");
  }

  @Test
  void whatWasChangedIsNotOpened() throws Exception {
    Database database = Database.migrated(Vendor.H2, directory);
    StoredKeys keys = node(database, OLD);
    byte[] sealed = begun(keys, ORDER);
    sealed[sealed.length - 1] ^= 1;
    String key = database.one("SELECT key_id FROM personal_key");
    assertThatThrownBy(() -> keys.open(ORDER, key, sealed))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("does not open it");
  }

  @Test
  void aDatabaseThatIsAwayMakesNothingUnreadable() throws Exception {
    Database database = Database.empty(Vendor.H2, directory);
    StoredKeys keys = node(database, OLD);
    assertThatThrownBy(() -> keys.open(ORDER, "key_1", ADA)).isInstanceOf(KeysAway.class);
    assertThatThrownBy(() -> done(keys.readAnew(ORDER)))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(KeysAway.class);
  }

  @Test
  void keysThatCouldNotBeStoredAreStoredWithTheNext() throws Exception {
    Database database = Database.empty(Vendor.H2, directory);
    StoredKeys keys = node(database, OLD);
    keys.begin(ORDER, "cus_1");
    assertThatThrownBy(() -> done(keys.stored())).isInstanceOf(CompletionException.class);
    database.migrate();
    keys.begin(new OrderId("default", "ord_2"), "cus_1");
    done(keys.stored());
    done(keys.stored());
    assertThat(database.one("SELECT COUNT(*) FROM personal_key")).isEqualTo("2");
  }

  @Test
  void anOrderOfBeforeHasNoKeyAndGetsNone() throws Exception {
    Database database = Database.migrated(Vendor.H2, directory);
    StoredKeys keys = node(database, OLD);
    assertThatThrownBy(() -> keys.of(ORDER)).isInstanceOf(IllegalStateException.class);
    done(keys.ready(List.of(ORDER)));
    assertThat(keys.of(ORDER)).isInstanceOf(Seal.None.class);
  }

  @Test
  void whoeverReadsAllReadsKeysAhead() throws Exception {
    Database database = Database.migrated(Vendor.H2, directory);
    StoredKeys writer = node(database, OLD);
    byte[] first = begun(writer, ORDER);
    OrderId next = new OrderId("default", "ord_2");
    byte[] second = begun(writer, next);
    String firstKey = keyOf(database, "ord_1");
    String secondKey = keyOf(database, "ord_2");
    StoredKeys reader =
        new StoredKeys(store(database), new Masters(List.of(OLD)), cache(), false, 10);
    assertThat(reader.open(ORDER, firstKey, first)).contains(ADA);
    database.run("DELETE FROM personal_key");
    assertThat(reader.open(next, secondKey, second)).contains(ADA);
  }

  private static String keyOf(Database database, String order) throws Exception {
    return database.one("SELECT key_id FROM personal_key WHERE order_id = 'default:" + order + "'");
  }

  /** Makes and stores the order's key, and seals something with it. */
  private static byte[] begun(StoredKeys keys, OrderId order) {
    keys.begin(order, "cus_1");
    done(keys.stored());
    return Optional.of(keys.of(order))
        .filter(Seal.With.class::isInstance)
        .map(it -> ((Seal.With) it).close(ADA))
        .orElseThrow();
  }

  private StoredKeys node(Database database, String... masters) {
    return new StoredKeys(store(database), new Masters(List.of(masters)), cache(), true, 0);
  }

  private KeyCache cache() {
    return new KeyCache(100, Duration.ofSeconds(60), () -> nanos);
  }

  private static KeyStore store(Database database) {
    return new KeyStore(database.source(), Runnable::run, Clock.systemUTC());
  }

  private static void done(CompletionStage<Void> stage) {
    stage.toCompletableFuture().join();
  }
}
