/**
 * Limits at the edge of HTTP: slow, endless and unread bodies, sessions of anonymous visitors. Runs
 * before any login.
 */
package org.creditrepair.access.edge;
