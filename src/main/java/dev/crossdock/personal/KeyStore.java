package dev.crossdock.personal;

import java.time.Clock;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Where keys are stored.
 *
 * @param database with the table {@code personal_key}
 * @param threads that may wait for it
 */
record KeyStore(DataSource database, Executor threads, Clock clock) {}
