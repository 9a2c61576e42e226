package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables that orders are listed from.
 *
 * @param comparesRows whether the database finds its way into an index by several columns compared
 *     as one, as PostgreSQL does and H2 does not
 */
record ListTables(int generation, boolean comparesRows) {

  static ListTables on(Connection connection, int generation) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return new ListTables(generation, product.equals("PostgreSQL"));
  }
}
