/**
 * Reads delivered CSV and XLSX files row by row. Knows the columns of each data set and how days,
 * kinds and codes are written in them.
 */
package org.creditrepair.registry.collection.files;
