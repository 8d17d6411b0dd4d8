package org.creditrepair.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What applicants promise (信用修复承诺书, 江西方案附件3): five clauses, the first by the ground of the
 * application. The same words stand in the document and on the sites that publish it.
 */
@Component
public class Commitments {

    private final Catalog catalog;

    Commitments(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A commitment as it is published (公示承诺书).
     *
     * @param subject name of the subject that promises
     * @param signedBy its legal representative; null where the application names none
     * @param madeOn day on which it was handed in
     */
    public record Commitment(
            String subject, @Nullable String signedBy, LocalDate madeOn, List<String> clauses) {}

    /** The commitment of an item; none where a court acts of its own motion. */
    public Optional<Commitment> of(CaseFile file, CaseItem item) {
        return item.request().ground() == Ground.OWN_MOTION
                ? Optional.empty()
                : Optional.of(
                        new Commitment(
                                file.applicant().subject().name(),
                                file.applicant().legalRepresentative(),
                                file.filing().submittedAt().toLocalDate(),
                                clauses(file.region(), fulfilled(item))));
    }

    /** What an applicant of a region will promise, before it has applied. */
    public List<String> clauses(RegionCode region) {
        return clauses(region, "所涉失信行为已经纠正，并按照规定和要求，于申请中所填日期履行完毕相关义务");
    }

    private List<String> clauses(RegionCode region, String first) {
        return List.of(
                "一、" + first + "。",
                "二、所填内容和所提交的资料合法、真实、有效。",
                "三、严格遵守法律、法规、规章和政策，守信经营，自觉接受政府、行业组织、社会公众和新闻舆论的监督，承担社会责任。",
                "四、违背本承诺的，接受对违诺情况的通报和公示，修复依规撤销，并承担相应责任。",
                "五、同意将本承诺和践诺情况记入信用记录，由" + sites(region) + "或者认定单位网站公示，并由有关网站归集和依规使用。");
    }

    private static String fulfilled(CaseItem item) {
        return switch (item.request().ground()) {
            case GUARANTEE -> "已就生效法律文书确定的义务提供充分有效的担保，并将按期履行";
            case BANKRUPTCY_RULING -> "人民法院已裁定批准重整计划或者认可和解协议，将按裁定执行完毕";
            default ->
                    "所涉失信行为已经纠正，并按照规定和要求，于 "
                            + item.request().obligationsFulfilledOn()
                            + " 履行完毕相关义务（"
                            + item.request().ground().text()
                            + "）";
        };
    }

    /** The sites of the region that publish a commitment. */
    private String sites(RegionCode region) {
        return catalog.region(region).platforms().stream()
                .filter(RegionPlatform::commitments)
                .map(RegionPlatform::name)
                .collect(Collectors.joining("、"));
    }
}
