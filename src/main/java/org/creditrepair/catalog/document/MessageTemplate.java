package org.creditrepair.catalog.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.TreeSet;

/** The words of a message as a Mustache template: values in braces, optional parts as sections. */
public final class MessageTemplate {

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);

    private final Template template;

    private MessageTemplate(Template template) {
        this.template = template;
    }

    /**
     * @throws IllegalArgumentException if the text is no template, or shows a value that messages
     *     of the kind do not have
     */
    public static MessageTemplate of(MessageKind kind, String text) {
        Template template;
        try {
            template = COMPILER.compile(text);
        } catch (MustacheException e) {
            throw new IllegalArgumentException(kind + " 的模板有误：" + e.getMessage(), e);
        }
        Shown shown = new Shown();
        template.visit(shown);
        shown.names.removeAll(kind.names());
        if (!shown.names.isEmpty()) {
            throw new IllegalArgumentException(
                    kind + " 的模板没有这些内容：" + String.join("、", shown.names));
        }
        return new MessageTemplate(template);
    }

    /**
     * @param values by name; one that is missing leaves out the section that asks for it
     */
    public String with(Map<String, ?> values) {
        return template.execute(values);
    }

    /** The names of all values that a template shows. */
    private static final class Shown implements Mustache.Visitor {

        private final TreeSet<String> names = new TreeSet<>();

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            names.add(name);
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
