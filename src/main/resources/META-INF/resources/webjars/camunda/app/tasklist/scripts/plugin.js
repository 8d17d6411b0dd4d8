/** Tasklist's plugin for reviewers (修复业务专员). */
import { messagesLink } from '../../shared/messages.js';
import { action, html, render } from '../../shared/view.js';
import { ACTIONS, withOpenTask } from './actions.js';
import { showBatch } from './batch.js';

export default [
  {
    id: 'credit-repair-batch',
    pluginPoint: 'tasklist.navbar.action',
    priority: 50,
    render: node => render(action('批量办理', showBatch), node)
  },
  {
    id: 'credit-repair-messages',
    pluginPoint: 'tasklist.navbar.action',
    priority: 40,
    render: node => messagesLink(node)
  },
  {
    id: 'credit-repair-actions',
    pluginPoint: 'tasklist.task.action',
    priority: 50,
    render: (node, { api }) => {
      const links = Object.entries(ACTIONS).map(([name, act]) =>
        action(name, () => withOpenTask(api, act))
      );
      render(html`<span class="cr-actions">${links}</span>`, node);
    }
  }
];
