/**
 * REST and pages about records: collection, quality, regions, guidance, revocations, results from
 * elsewhere.
 */
package org.creditrepair.web.registry;
