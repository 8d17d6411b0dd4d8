/** One case: facts, acts of a supervisor, model with the path it took, stages, pushes. */
import { stateNames } from '../../shared/limits.js';
import { call, engine, supervision } from '../../shared/server.js';
import { failed, html, render } from '../../shared/view.js';
import { actsAbout } from './acts.js';
import { drawPath } from './diagram.js';
import { lastCases, link } from './regions.js';
import { facts, registers } from './registers.js';

export async function drawCase(node, api, region, caseKey, said = '') {
  const [found, instances] = await Promise.all([
    call(supervision(region.code, `/cases/${caseKey}`)),
    engine(api, `/history/process-instance?processInstanceBusinessKey=${caseKey}`),
    stateNames()
  ]);
  const again = told => drawCase(node, api, region, caseKey, told).catch(failed(node));
  const acts = instances?.length ? await actsAbout(region, instances[0], again) : '';
  const diagram = document.createElement('div');
  diagram.className = 'cr-diagram';
  render(
    html`<section class="cr-section">
      <p>${link('← 办件查询', lastCases(region.code))}</p>
      <h3>办件 ${caseKey}</h3>
      <p class="cr-good" role="status">${said}</p>
      ${facts(found)} ${acts} ${diagram} ${registers(found)}
    </section>`,
    node
  );
  await drawPath(diagram, api, caseKey, found).catch(failed(diagram));
}
