package org.creditrepair.web.sheet;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.sheet.MatterFacts.Facts;
import org.creditrepair.workflow.tasks.MatterSheet;
import org.springframework.stereotype.Component;

/** Renders the sheets of display reviews, results, list adjustments and hotline requests. */
@Component
class RenderedMatterSheet implements MatterSheet {

    private final Map<String, MatterFacts> kinds;
    private final SheetTemplates templates;

    RenderedMatterSheet(List<MatterFacts> kinds, SheetTemplates templates) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(MatterFacts::prefix, Function.identity()));
        this.templates = templates;
    }

    @Override
    public String render(RegionCode region, String reference) {
        return templates.render(kind(reference).template(), model(region, reference));
    }

    /** What is shown of a matter. */
    Map<String, Object> model(RegionCode region, String reference) {
        MatterFacts kind = kind(reference);
        Facts facts = kind.read().apply(Reference.number(kind.prefix(), reference));
        if (!facts.region().equals(region)) {
            throw new IllegalStateException("不属于办理地区 " + region);
        }
        return facts.model();
    }

    private MatterFacts kind(String reference) {
        String prefix = reference.substring(0, reference.indexOf('-') + 1);
        MatterFacts kind = kinds.get(prefix);
        if (kind == null) {
            throw new IllegalStateException("未知的办理依据：" + reference);
        }
        return kind;
    }
}
