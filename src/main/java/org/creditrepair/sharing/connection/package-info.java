/**
 * Signed HTTP between the server and the platforms. One connector per platform, configured by
 * properties.
 */
@org.springframework.modulith.NamedInterface("connection")
package org.creditrepair.sharing.connection;
