/**
 * Logins by HTTP Basic and by session, and how often they may be tried. A session ends with its
 * account, group or password.
 */
@org.springframework.modulith.NamedInterface("login")
package org.creditrepair.access.login;
