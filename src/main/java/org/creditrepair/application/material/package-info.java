/** Documents that applicants upload. Type and size are checked before a row is written. */
@org.springframework.modulith.NamedInterface("material")
package org.creditrepair.application.material;
