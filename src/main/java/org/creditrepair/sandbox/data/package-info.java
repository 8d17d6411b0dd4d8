/** What the demo holds: its records, and the people who log in at its identity provider. */
package org.creditrepair.sandbox.data;
