package org.creditrepair.notice;

import java.util.List;
import java.util.Objects;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.notice.Commitments.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * The application for one item as another site takes it (代提交, 浙江方案二（一）1（1）): who applies, for what
 * reason, with which papers and which promise.
 *
 * @param ground code of the ground
 * @param commitment null where none was made
 */
public record ApplicationPaper(
        String applicationNo,
        Applicant applicant,
        String reason,
        String obligationsFulfilledOn,
        String ground,
        List<Paper> materials,
        @Nullable Commitment commitment) {

    /** Who applies, and how to reach them. */
    record Applicant(
            String type,
            String name,
            String uscc,
            @Nullable String address,
            @Nullable String legalRepresentative,
            String contactName,
            String contactMobile,
            @Nullable String agentName,
            @Nullable String agentMobile) {}

    /**
     * A paper that was handed in.
     *
     * @param href where the site fetches it with its platform account
     */
    record Paper(String code, String fileName, String sha256, long size, String href) {}

    /** The application for an item. */
    public static ApplicationPaper of(
            CaseFile file, CaseItem item, @Nullable Commitment commitment) {
        CaseFile.Applicant by = file.applicant();
        return new ApplicationPaper(
                item.key().toString(),
                new Applicant(
                        by.subject().type().name(),
                        by.subject().name(),
                        by.subject().code().value(),
                        by.address(),
                        by.legalRepresentative(),
                        by.contact().name(),
                        by.contact().mobile(),
                        by.agent() == null ? null : by.agent().name(),
                        by.agent() == null ? null : by.agent().mobile()),
                item.request().reason(),
                Objects.toString(item.request().obligationsFulfilledOn()),
                item.request().ground().name(),
                item.materials().stream()
                        .map(
                                one ->
                                        new Paper(
                                                one.code(),
                                                one.material().fileName(),
                                                one.material().sha256(),
                                                one.material().size(),
                                                "/api/v1/materials/" + one.material().id()))
                        .toList(),
                commitment);
    }
}
