/** REST for platforms: receipts and reconciliation. */
package org.creditrepair.web.sharing;
