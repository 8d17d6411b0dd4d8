package org.creditrepair.web.sheet;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a sheet as HTML of plain elements in one line. */
@Component
class SheetTemplates {

    private final ITemplateEngine templates;

    SheetTemplates(ITemplateEngine templates) {
        this.templates = templates;
    }

    String render(String template, Map<String, Object> model) {
        Context context = new Context();
        context.setVariables(model);
        return templates
                .process(template, context)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }
}
