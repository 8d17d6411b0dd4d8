package org.creditrepair.web.sheet;

import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.access.account.Accounts;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a sheet as HTML of plain elements in one line. */
@Component
class SheetTemplates {

    private final ITemplateEngine templates;
    private final Accounts accounts;

    SheetTemplates(ITemplateEngine templates, Accounts accounts) {
        this.accounts = accounts;
        this.templates = templates;
    }

    String render(String template, Map<String, Object> model) {
        Context context = new Context();
        context.setVariables(model);
        context.setVariable("accounts", accounts);
        return templates
                .process(template, context)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }
}
