/**
 * The ledger of pushes: what each platform has to be told, was sent and has received. A push has
 * one idempotency key; its effect is recorded once.
 */
@org.springframework.modulith.NamedInterface("ledger")
package org.creditrepair.sharing.ledger;
