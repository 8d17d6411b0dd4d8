package org.creditrepair.notice;

import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.task.HumanTask;

/** Texts of notices about the review of a record's display. */
final class Wordings {

    private Wordings() {}

    static String ofReview(DisplayReview review, String remedy) {
        HumanTask task = review.question().kind().task();
        if (review.outcome() == null && task != HumanTask.REVOCATION) {
            return "，您提出的“" + review.question().kind().text() + "”已收到，由认定单位办理，结果另行告知。";
        }
        if (review.outcome() == null) {
            return "修复时所作的承诺或所交的材料涉嫌不实（"
                    + review.question().reason()
                    + "），认定单位拟撤销修复并恢复公示。您可自收到本通知之日起"
                    + DisplayReviews.STATEMENT_WORKING_DAYS
                    + "个工作日内，通过申请修复的门户或者综合窗口陈述、申辩，也可以要求听证。";
        }
        String remark = review.remark() == null ? "" : "，理由：" + review.remark();
        return switch (review.outcome()) {
            case "REVOKE" -> "的修复已被撤销，恢复公示" + remark + "。" + remedy;
            case "KEEP" -> "经复核维持修复，不再公示。";
            case "UPHOLD" -> "的异议成立" + remark + "，认定单位已予纠正，各平台同步更新。";
            case "OVERRULE" -> "的异议不成立" + remark + "。" + remedy;
            case "ISSUE" -> "的履行证明已开具，可在申请修复的门户或者综合窗口取得，并作为申请材料使用。";
            case "DECLINE" -> "的履行证明不予开具" + remark + "。";
            case "END" -> "经复核终止公示。";
            case "CONTINUE" -> "经复核恢复（继续）公示" + remark + "。" + remedy;
            default -> throw new IllegalStateException(review.outcome());
        };
    }
}
