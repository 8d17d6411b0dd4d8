/** Cockpit's plugin for supervisors (督查人员): limits, cases, and acts about them. */
import { failed } from '../../shared/view.js';
import { cases } from './cases.js';
import { dashboard } from './dashboard.js';
import { definitionTab } from './definition.js';
import { figures } from './figures.js';
import { instanceTab } from './instance.js';
import { nameCodes } from './names.js';
import { troubles } from './troubles.js';

const guarded = draw => (node, data) => {
  draw(node, data).catch(failed(node));
};

nameCodes();

export default [
  {
    id: 'credit-repair-dashboard',
    pluginPoint: 'cockpit.dashboard',
    priority: 9000,
    properties: { label: '时限监测' },
    render: guarded(node => dashboard(node))
  },
  {
    id: 'credit-repair-cases',
    pluginPoint: 'cockpit.route',
    properties: { path: '/credit-cases' },
    render: guarded((node, { api }) => cases(node, api))
  },
  {
    id: 'credit-repair-figures',
    pluginPoint: 'cockpit.route',
    properties: { path: '/credit-figures' },
    render: guarded(node => figures(node))
  },
  {
    id: 'credit-repair-troubles',
    pluginPoint: 'cockpit.route',
    properties: { path: '/credit-troubles' },
    render: guarded(node => troubles(node))
  },
  {
    id: 'credit-repair-instance',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 90,
    properties: { label: '时限与推送' },
    render: guarded((node, { api, processInstanceId }) => instanceTab(node, api, processInstanceId))
  },
  {
    id: 'credit-repair-definition',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 90,
    properties: { label: '环节用时' },
    render: guarded((node, { api, processDefinitionId }) =>
      definitionTab(node, api, processDefinitionId)
    )
  }
];
