package org.creditrepair.notice.message;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message to an applicant (告知短信).
 *
 * @param receiver mobile that it went to, masked; null for messages from before it was kept
 */
public record SentNotice(String body, @Nullable String receiver, OffsetDateTime issuedAt) {}
