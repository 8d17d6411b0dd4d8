/** What people enter on the pages for applicants, and the proof of who they are. */
package org.creditrepair.front.entry;
