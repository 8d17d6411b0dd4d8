package org.creditrepair.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.creditrepair.problem.RefusedException;

/**
 * Refuses models that would run something of their own on the machine: scripts, commands, mails and
 * classes by name. A model names the server's beans and topics of workers, nothing else.
 */
class ModelRestrictions extends AbstractBpmnParseListener {

    private static final Set<String> FORBIDDEN_TYPES = Set.of("shell", "mail");
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        check(process, definition.getKey());
    }

    private static void check(Element element, String key) {
        String type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
        boolean named =
                element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "class") != null
                        || element.attribute("class") != null;
        boolean scripted =
                FORBIDDEN_ELEMENTS.contains(element.getTagName())
                        || element.getTagName().equals("conditionExpression")
                                && element.attribute("language") != null;
        if (named || scripted || type != null && FORBIDDEN_TYPES.contains(type)) {
            throw RefusedException.invalid(
                    "model", "FORBIDDEN", "流程 " + key + " 含有脚本、命令、邮件或按名称指定的类，不能部署");
        }
        element.elements().forEach(child -> check(child, key));
    }
}
