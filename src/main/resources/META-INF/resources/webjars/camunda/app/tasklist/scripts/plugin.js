/** Tasklist's plugin for reviewers (修复业务专员). */
import { ACTIONS } from '../../shared/actions.js';
import { messagesLink } from '../../shared/messages.js';
import { engine, me, url } from '../../shared/server.js';
import { action, ask, html, render } from '../../shared/view.js';
import { nameAccounts, sortByLimit } from './names.js';

// Tasklist 7.24 gives its plugins no task; the address names it.
const openTask = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

/** Runs an act on the open task, if its region is one of the login's own. */
async function withOpenTask(api, act) {
  const task = await engine(api, `/task/${openTask()}`);
  const region = (await me()).regions.find(one => one.unit && one.code === task?.tenantId);
  if (region) {
    await act(region, task.id, said => said && tell(said));
  } else {
    tell('本账号不属于该地区的办理单位。');
  }
}

const tell = said =>
  ask({ title: '任务', content: html`<p>${said}</p>`, closed: () => location.reload() });

const desk = task => url(`/desk${task ? `#task=${task}` : ''}`);

nameAccounts();
sortByLimit();

export default [
  {
    id: 'credit-repair-desk',
    pluginPoint: 'tasklist.navbar.action',
    priority: 50,
    render: async node => {
      const { regions } = await me();
      const doors = [
        regions.some(one => one.unit || one.leads) && [desk(), '办理台'],
        regions.some(one => one.window) && [url('/window'), '窗口收件']
      ].filter(Boolean);
      render(
        doors.map(([address, name]) => html`<a class="cr-link" href=${address}>${name}</a> `),
        node
      );
    }
  },
  {
    id: 'credit-repair-messages',
    pluginPoint: 'tasklist.navbar.action',
    priority: 40,
    render: node => messagesLink(node, key => url(`/desk#case=${key}`))
  },
  {
    id: 'credit-repair-actions',
    pluginPoint: 'tasklist.task.action',
    priority: 50,
    render: (node, { api }) => {
      const links = Object.entries(ACTIONS)
        .filter(([name]) => name !== '意见模板')
        .map(([name, act]) => action(name, () => withOpenTask(api, act)));
      const toDesk = action('在办理台打开', () => location.assign(desk(openTask())));
      render(html`<span class="cr-actions">${toDesk}${links}</span>`, node);
    }
  }
];
