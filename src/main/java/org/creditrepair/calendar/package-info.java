/**
 * Owns business time: working days (工作日) by the State Council's yearly arrangements, deadlines and
 * what is left of them, and the changes of the calendar.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {})
package org.creditrepair.calendar;
