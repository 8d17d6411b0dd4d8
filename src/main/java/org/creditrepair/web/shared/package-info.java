/** What all controllers share: access to cases, downloads, tables, error answers. */
package org.creditrepair.web.shared;
