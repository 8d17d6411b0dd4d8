/**
 * Whether the repair notice of a decision has been served (两书同达): one row a decision, settled in a
 * human task of the unit that punished.
 */
@org.springframework.modulith.NamedInterface("serving")
package org.creditrepair.notice.serving;
