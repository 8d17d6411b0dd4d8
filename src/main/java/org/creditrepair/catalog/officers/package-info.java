/** Who does the work in a region's units (修复业务专员, 经办人联系网). */
@org.springframework.modulith.NamedInterface("officers")
package org.creditrepair.catalog.officers;
