/**
 * The tables of applications, items, stages, materials and applied rules. An application is read
 * once a transaction.
 */
package org.creditrepair.application.store;
