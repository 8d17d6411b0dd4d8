/** REST for supervisors: cases, statistics, reports, staff, interventions. */
package org.creditrepair.web.supervision;
