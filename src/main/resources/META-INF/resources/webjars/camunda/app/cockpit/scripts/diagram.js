/** The model of a case with the path it took. */
import { mark } from '../../shared/limits.js';
import { engine, script } from '../../shared/server.js';
import { html, render } from '../../shared/view.js';

const VIEWER = '/webjars/bpmn-js/dist/bpmn-viewer.production.min.js';

/** Below this scale labels are not readable any more: the drawing is scrolled instead. */
const SMALLEST = 0.85;
const MARGIN = 24;

export async function drawPath(node, api, caseKey, found) {
  const instances = await engine(
    api,
    `/history/process-instance?processInstanceBusinessKey=${caseKey}`
  );
  if (!instances?.length) {
    render(html`<p>流程历史已按期清理</p>`, node);
    return;
  }
  const [{ id, processDefinitionId }] = instances;
  const [model, steps, Viewer] = await Promise.all([
    engine(api, `/process-definition/${processDefinitionId}/xml`),
    engine(api, `/history/activity-instance?processInstanceId=${id}`),
    script(VIEWER, 'BpmnJS')
  ]);
  const drawing = document.createElement('div');
  node.append(drawing);
  const viewer = new Viewer({ container: drawing });
  await viewer.importXML(model.bpmn20Xml);
  markSteps(viewer, steps);
  markStages(viewer, found.stages);
  new ResizeObserver(() => {
    // Nothing can be fitted into a page that is not shown.
    if (node.clientWidth) {
      fit(node, drawing, viewer);
    }
  }).observe(node);
}

/** As wide as the page if that can be read, and scrolled to where the case stands if not. */
function fit(node, drawing, viewer) {
  const canvas = viewer.get('canvas');
  const { inner } = canvas.viewbox();
  const scale = Math.min(1, Math.max(SMALLEST, (node.clientWidth - MARGIN) / inner.width));
  drawing.style.width = `${Math.max(node.clientWidth, inner.width * scale + MARGIN)}px`;
  drawing.style.height = `${inner.height * scale + MARGIN}px`;
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  const [waiting] = viewer
    .get('elementRegistry')
    .filter(element => canvas.hasMarker(element, 'cr-waiting'));
  if (waiting) {
    node.scrollLeft = (waiting.x - inner.x) * scale - node.clientWidth / 2;
  }
}

function markSteps(viewer, steps) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const step of steps) {
    const element = elements.get(step.activityId);
    if (element && element.type !== 'bpmn:SubProcess') {
      const open = step.canceled ? 'cr-canceled' : 'cr-waiting';
      canvas.addMarker(element, step.endTime && !step.canceled ? 'cr-passed' : open);
    }
  }
  elements
    .filter(element => element.type === 'bpmn:SequenceFlow' && wasTaken(steps, element))
    .forEach(flow => canvas.addMarker(flow, 'cr-passed'));
}

/**
 * Whether a flow was taken. The engine keeps no history of flows: a flow counts as taken if its
 * target began within the second in which its source ended.
 */
function wasTaken(steps, flow) {
  const second = text => Math.round(Date.parse(text) / 1000);
  const ends = steps
    .filter(step => step.activityId === flow.source.id && step.endTime)
    .map(step => second(step.endTime));
  return steps
    .filter(step => step.activityId === flow.target.id)
    .some(step => ends.some(end => Math.abs(second(step.startTime) - end) <= 1));
}

/** Writes the days that a stage took beside its task. */
function markStages(viewer, stages) {
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  for (const stage of stages) {
    const id = stage.stage.toLowerCase();
    if (elements.get(id) && !stage.endedAt && stage.sla === 'BREACHED') {
      viewer.get('canvas').addMarker(id, 'cr-late');
    }
    if (elements.get(id) && stage.daysTaken !== null) {
      const days = document.createElement('span');
      render(mark(stage.sla, `${stage.daysTaken} 个工作日`), days);
      overlays.add(id, { position: { bottom: 0, left: 0 }, html: days });
    }
  }
}
