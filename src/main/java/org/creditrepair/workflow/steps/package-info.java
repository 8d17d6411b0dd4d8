/** The delegates that service tasks name. Each hands the business key to one use case. */
package org.creditrepair.workflow.steps;
