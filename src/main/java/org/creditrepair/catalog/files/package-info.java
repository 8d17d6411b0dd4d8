/** Reads and checks the region files. An error names file, line and reason. */
package org.creditrepair.catalog.files;
