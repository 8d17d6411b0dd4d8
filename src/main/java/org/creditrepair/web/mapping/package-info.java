/** What the mappers of views share: codes as texts, names of constants, today in a region. */
package org.creditrepair.web.mapping;
