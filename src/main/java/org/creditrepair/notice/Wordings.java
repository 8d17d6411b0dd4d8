package org.creditrepair.notice;

import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;

/** Texts of notices about the review of a record's display. */
final class Wordings {

    private Wordings() {}

    static String ofReview(DisplayReview review, String path) {
        if (review.outcome() == null) {
            return "修复时所作的承诺或所交的材料涉嫌不实（"
                    + review.question().reason()
                    + "），认定单位拟撤销修复并恢复公示。您可自收到本通知之日起"
                    + DisplayReviews.STATEMENT_WORKING_DAYS
                    + "个工作日内，通过申请修复的门户或者综合窗口陈述、申辩，也可以要求听证。";
        }
        String remark = review.remark() == null ? "" : "，理由：" + review.remark();
        return switch (review.outcome()) {
            case "REVOKE" -> "的修复已被撤销，恢复公示" + remark + "。" + Remedies.on(path);
            case "KEEP" -> "经复核维持修复，不再公示。";
            case "END" -> "经复核终止公示。";
            case "CONTINUE" -> "经复核恢复（继续）公示" + remark + "。" + Remedies.on(path);
            default -> throw new IllegalStateException(review.outcome());
        };
    }
}
