/** Signatures over requests to platforms: HMAC-SHA256 and SM2, as an interceptor of HTTP. */
package org.creditrepair.sharing.signing;
