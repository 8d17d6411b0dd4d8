package org.creditrepair.access.login;

/**
 * Event: so many logins failed that further attempts are slowed.
 *
 * @param account name that was tried; {@code *} if many were
 * @param address where the attempts came from
 */
public record LoginSlowed(String account, String address) {}
