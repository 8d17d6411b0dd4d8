package org.creditrepair.workflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.creditrepair.problem.RefusedException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads each deployed file before the engine does and refuses what would run code of its own:
 * scripts, commands, mails, connectors, expressions of another language and classes by name. A
 * model names beans and topics of workers, a table uses FEEL, nothing else.
 */
class ModelRestrictions implements Deployer {

    private static final Set<String> MODELS = Set.of("bpmn", "dmn");
    private static final String FORM = "form";
    private static final Set<String> FORBIDDEN_TYPES = Set.of("shell", "mail");
    private static final Set<String> FORBIDDEN_ELEMENTS =
            Set.of("scriptTask", "script", "connector", "constraint");
    private static final Set<String> LANGUAGES = Set.of("language", "expressionLanguage");
    private static final Set<String> USUAL_LANGUAGES =
            Set.of(
                    "feel",
                    "http://www.w3.org/1999/XPath",
                    "https://www.omg.org/spec/DMN/20191111/FEEL/");

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(ModelRestrictions::check);
        }
    }

    private static void check(ResourceEntity file) {
        String name = file.getName();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (MODELS.contains(ending)) {
            check(root(name, file.getBytes()), name);
        } else if (!ending.equals(FORM)) {
            throw refused(name, "不是流程（.bpmn）、规则（.dmn）或表单（.form）");
        }
    }

    private static Element root(String name, byte[] content) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw refused(name, "不是可以读取的 XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(Element element, String file) {
        String tag = element.getLocalName();
        if (FORBIDDEN_ELEMENTS.contains(tag)) {
            throw refused(file, "含有 " + tag);
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String name = attribute.getLocalName();
            String value = attribute.getValue();
            boolean type = name.equals("type") && FORBIDDEN_TYPES.contains(value);
            boolean language = LANGUAGES.contains(name) && !USUAL_LANGUAGES.contains(value);
            if (type || language || name.toLowerCase(Locale.ROOT).endsWith("class")) {
                throw refused(file, "含有 " + name + "=\"" + value + "\"");
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element below) {
                check(below, file);
            }
        }
    }

    private static RefusedException refused(String file, String why) {
        return RefusedException.invalid(
                "model", "FORBIDDEN", file + " " + why + "：脚本、命令、邮件和按名称指定的类不能部署");
    }
}
