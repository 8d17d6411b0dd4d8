/** Tab of a process instance (时限与推送): its case or sharing, with acts of a supervisor. */
import { stateNames } from '../../shared/limits.js';
import { call, engine, supervision } from '../../shared/server.js';
import { failed, html, render } from '../../shared/view.js';
import { actsAbout, CASE_KEY, pushesOf } from './acts.js';
import { supervised } from './regions.js';
import { facts, registers } from './registers.js';

export async function instanceTab(node, api, instanceId, said = '') {
  const [instance, regions] = await Promise.all([
    engine(api, `/history/process-instance/${instanceId}`),
    supervised(),
    stateNames()
  ]);
  const region = regions.find(one => one.code === instance?.tenantId);
  if (!region) {
    render(html`<p>此流程不属于本督查地区</p>`, node);
    return;
  }
  const again = told => instanceTab(node, api, instanceId, told).catch(failed(node));
  const status = html`<p class="cr-good" role="status">${said}</p>`;
  const ofCase = CASE_KEY.test(instance.businessKey ?? '');
  const found = ofCase
    ? await call(supervision(region.code, `/cases/${instance.businessKey}`))
    : null;
  const acts = await actsAbout(region, instance, again);
  if (ofCase) {
    render(
      html`<section class="cr-section">
        ${status} ${facts(found)} ${acts} ${registers(found)}
      </section>`,
      node
    );
  } else {
    const pushes = await pushesOf(region.code, instance.businessKey || '', again);
    render(html`<section class="cr-section">${status} ${acts} ${pushes}</section>`, node);
  }
}
