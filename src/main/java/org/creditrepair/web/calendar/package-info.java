/** REST about working days and the yearly arrangement of holidays. */
package org.creditrepair.web.calendar;
