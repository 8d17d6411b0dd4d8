/** Monthly reports and the assessment of units. A month is computed once it is over, and stored. */
@org.springframework.modulith.NamedInterface("assessment")
package org.creditrepair.supervision.assessment;
