/** The server: its modules lie below, one package each. */
package org.creditrepair;
