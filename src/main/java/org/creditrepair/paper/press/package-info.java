/** Makes files: PDF of templates, OFD of PDF. */
@org.springframework.modulith.NamedInterface("press")
package org.creditrepair.paper.press;
