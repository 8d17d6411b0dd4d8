/** REST and pages about applications, their documents and materials. */
package org.creditrepair.web.application;
