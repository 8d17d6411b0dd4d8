/** The OpenAPI document: words, examples, error answers and roles of every operation. */
package org.creditrepair.web.openapi;
