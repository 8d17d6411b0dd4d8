/**
 * Reassessment of displays (屏蔽期满复核) and revocation of repairs (撤销修复). Owns the table of display
 * reviews.
 */
@org.springframework.modulith.NamedInterface("review")
package org.creditrepair.registry.review;
