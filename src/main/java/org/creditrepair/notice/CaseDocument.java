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
        APPLICATION("“信用修复一件事”联办申请表", "application", "申请", false),
        /** 收件凭证: number and progress code at once. */
        RECEIPT("信用修复申请收件凭证", "receipt", "收件", false),
        /** 信用修复承诺书. */
        COMMITMENT("信用修复承诺书", "commitment", "承诺", false),
        /** 受理通知书. */
        ACCEPTANCE("信用修复受理通知书", "acceptance", "受理", true),
        /** 一次性补正告知书. */
        CORRECTION("信用修复补正告知书（一次性）", "correction", "补正", true),
        /** 不予受理决定书. */
        REJECTION("信用修复不予受理决定书", "denial", "不受理", true),
        /** 准予修复决定书. */
        REPAIR("准予信用修复决定书", "repair", "准予", true),
        /** 不予修复决定书. */
        REFUSAL("不予信用修复决定书", "denial", "不予", true),
        /** 撤销修复决定书. */
        REVOCATION("撤销信用修复决定书", "revocation", "撤销", true);

        private final String title;
        private final String template;
        private final String sign;
        private final boolean sealed;

        Kind(String title, String template, String sign, boolean sealed) {
            this.title = title;
            this.template = template;
            this.sign = sign;
            this.sealed = sealed;
        }

        /** Whether a unit issues it under its seal; the others are the applicant's own. */
        public boolean isSealed() {
            return sealed;
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

    /** What stands on it as its number (编号). */
    public String number(String applicationNo) {
        return applicationNo + "-" + itemNo + "-" + kind.sign;
    }

    static CaseDocument of(Kind kind, int itemNo, OffsetDateTime issuedAt) {
        String id = itemNo + "-" + kind.name().toLowerCase(Locale.ROOT);
        return new CaseDocument(id, kind, itemNo, issuedAt);
    }
}
