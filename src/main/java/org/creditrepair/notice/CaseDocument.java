package org.creditrepair.notice;

import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * A document of a case (办件文书).
 *
 * @param id unique in the application: {@code {itemNo}-{kind in small letters}}
 * @param issuedAt when what it says happened
 */
public record CaseDocument(String id, Kind kind, int itemNo, OffsetDateTime issuedAt) {

    /** Kinds of documents. */
    public enum Kind {
        /** 联办申请表: one for all items. */
        APPLICATION("“信用修复一件事”联办申请表", "application"),
        /** 收件凭证: number and progress code at once. */
        RECEIPT("信用修复申请收件凭证", "receipt"),
        /** 信用修复承诺书. */
        COMMITMENT("信用修复承诺书", "commitment"),
        /** 受理通知书. */
        ACCEPTANCE("信用修复受理通知书", "acceptance"),
        /** 一次性补正告知书. */
        CORRECTION("信用修复补正告知书（一次性）", "correction"),
        /** 不予受理决定书. */
        REJECTION("信用修复不予受理决定书", "denial"),
        /** 准予修复决定书. */
        REPAIR("准予信用修复决定书", "repair"),
        /** 不予修复决定书. */
        REFUSAL("不予信用修复决定书", "denial"),
        /** 撤销修复决定书. */
        REVOCATION("撤销信用修复决定书", "revocation");

        private final String title;
        private final String template;

        Kind(String title, String template) {
            this.title = title;
            this.template = template;
        }

        /** Name of the template it is made from. */
        String template() {
            return template;
        }

        /** The document's title, in Chinese. */
        public String title() {
            return title;
        }
    }

    static CaseDocument of(Kind kind, int itemNo, OffsetDateTime issuedAt) {
        String id = itemNo + "-" + kind.name().toLowerCase(Locale.ROOT);
        return new CaseDocument(id, kind, itemNo, issuedAt);
    }
}
