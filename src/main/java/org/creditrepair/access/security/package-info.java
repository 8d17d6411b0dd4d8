/** The chain of filters that every request passes. One class per kind of page. */
package org.creditrepair.access.security;
