/**
 * What all controllers share: access to cases, downloads, tables, error answers, the OpenAPI
 * document.
 */
package org.creditrepair.web.shared;
