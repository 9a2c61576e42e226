package dev.crossdock.api.read;

import dev.crossdock.order.Customer;
import dev.crossdock.trade.Address;
import org.jspecify.annotations.Nullable;

/** Reads who buys, and where it goes. */
final class Parties {
  private Parties() {}

  static @Nullable Customer customer(Members in, String name) {
    Members customer = in.object(name);
    if (customer == null) {
      return null;
    }
    customer.need("id");
    String id = customer.text("id", Rules.ID);
    String who = customer.text("name", Rules.NAME);
    String email = customer.text("email", Rules.EMAIL);
    String phone = phone(customer);
    customer.refuseOthers();
    return id == null ? null : new Customer(id, who, email, phone);
  }

  static @Nullable Address address(Members in, String name) {
    Members address = in.object(name);
    if (address == null) {
      return null;
    }
    address.need("street1", "city", "postalCode", "countryCode");
    String street = address.text("street1", Rules.NAME);
    String city = address.text("city", Rules.NAME);
    String postalCode = address.text("postalCode", Rule.text(20));
    String country = address.text("countryCode", Rules.COUNTRY);
    String who = address.text("name", Rules.NAME);
    String company = address.text("company", Rules.NAME);
    String street2 = address.text("street2", Rules.NAME);
    String state = address.text("stateCode", Rules.SUBDIVISION);
    String phone = phone(address);
    String email = address.text("email", Rules.EMAIL);
    Boolean residential = address.flag("residential");
    address.refuseOthers();
    return street == null || city == null || postalCode == null || country == null
        ? null
        : new Address(
            who,
            company,
            street,
            street2,
            city,
            state,
            postalCode,
            country,
            phone,
            email,
            residential);
  }

  private static @Nullable String phone(Members in) {
    String phone = in.text("phone", Rules.PHONE);
    return phone == null ? null : Phones.normalised(phone);
  }
}
