/** REST about human tasks. */
package org.creditrepair.web.tasks;
