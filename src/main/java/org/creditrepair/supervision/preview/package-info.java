/**
 * What a changed table or region file would do before it is in force (规则预览): guide entries,
 * displayed records and open cases, before and after. Changes nothing.
 */
@org.springframework.modulith.NamedInterface("preview")
package org.creditrepair.supervision.preview;
