/**
 * Decides, by one table, which resources of the engine's REST interface and of the webapps each
 * role may use. A request that the table does not name is refused before the engine is entered.
 */
package org.creditrepair.access.gate;
