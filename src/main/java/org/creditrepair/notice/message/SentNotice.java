package org.creditrepair.notice.message;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message to an applicant (告知).
 *
 * @param id number in the register of notices
 * @param itemNo null where it is about the application as a whole
 * @param receiver mobile and address that it goes to, masked; null for messages from before they
 *     were kept
 */
public record SentNotice(
        long id,
        String applicationNo,
        @Nullable Integer itemNo,
        String body,
        @Nullable String receiver,
        OffsetDateTime issuedAt) {

    /** What its deliveries are known by. */
    public String key() {
        return Notice.key(itemNo == null ? applicationNo : applicationNo + "-" + itemNo, id);
    }
}
