/** What a region's document (实施方案) says of all its items. Plain values. */
@org.springframework.modulith.NamedInterface("document")
package org.creditrepair.catalog.document;
