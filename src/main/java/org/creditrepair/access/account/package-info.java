/**
 * Accounts, their roles, units and regions. Accounts are users of the engine; units are its groups,
 * regions its tenants.
 */
@org.springframework.modulith.NamedInterface("account")
package org.creditrepair.access.account;
