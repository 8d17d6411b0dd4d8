/**
 * Messages (告知) by short message and e-mail: their words from templates, the register of what was
 * sent to whom, and who wants no reminders.
 */
@org.springframework.modulith.NamedInterface("message")
package org.creditrepair.notice.message;
