package org.creditrepair.catalog;

/** The catalogue of a region is another; published inside the transaction that changed it. */
record RegionsChanged() {}
