/** The public REST interface as the pages call it: over HTTP, in the name of whoever asks. */
package org.creditrepair.front.rest;
