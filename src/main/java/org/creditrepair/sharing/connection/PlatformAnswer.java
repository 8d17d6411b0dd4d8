package org.creditrepair.sharing.connection;

/**
 * Answer of a platform to a push.
 *
 * @param settled whether this is its receipt (回执); else it only took the push in, and the receipt
 *     follows
 * @param text the answer's body
 */
public record PlatformAnswer(boolean settled, String text) {}
