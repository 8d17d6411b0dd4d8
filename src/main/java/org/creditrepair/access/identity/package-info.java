/** Logins of applicants by the unified identity provider (全省统一身份认证), by OpenID Connect. */
@org.springframework.modulith.NamedInterface("identity")
package org.creditrepair.access.identity;
