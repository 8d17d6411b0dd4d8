/** What does not get on (待处理的异常): failed steps, pushes, differences, files. */
import { moment } from '../../shared/limits.js';
import { call, supervision } from '../../shared/server.js';
import { action, failed, html, nothing, render, table } from '../../shared/view.js';
import { failuresTable } from './acts.js';
import { casesAddress, link, regionChoice, supervised } from './regions.js';

export async function troubles(node) {
  const regions = await supervised();
  if (!regions.length) {
    throw new Error('待处理的异常供督查人员查看');
  }
  const asked = new URLSearchParams(location.hash.split('?')[1] || '').get('region');
  await draw(node, regions, (regions.find(one => one.code === asked) ?? regions[0]).code);
}

/** The pushes behind the numbers, the oldest first. */
const waiting = (region, pushes, platformNames) =>
  html`<details>
    <summary>待推送的内容（${pushes.length}）</summary>
    ${table(
      ['办件或信息', '平台', '状态', '次数', '列入', '最近失败'],
      pushes.map(one => [
        ofPush(region, one),
        platformNames.get(one.platform) ?? one.platform,
        one.statusName,
        one.attempts,
        moment(one.createdAt),
        one.lastError || '—'
      ])
    )}
  </details>`;

function ofPush(region, push) {
  const key = /^\d{10,}-\d{1,4}/.exec(push.sharingNo)?.[0];
  if (key) {
    return link(key, casesAddress({ region, case: key }));
  }
  const words = push.recordNo ?? /^\d{10,}/.exec(push.sharingNo)?.[0];
  return words ? link(words, casesAddress({ region, scope: 'RECEIVED', words })) : push.sharingNo;
}

async function draw(node, regions, region, said = '') {
  const again = told => draw(node, regions, region, told).catch(failed(node));
  const change = code => draw(node, regions, code).catch(failed(node));
  const [health, failures, differences, pushes, files] = await Promise.all([
    call(supervision(region, '/health')),
    call(supervision(region, '/failures')),
    call(supervision(region, '/differences')),
    call(`/api/v1/regions/${region}/pushes`),
    call(`/api/v1/regions/${region}/collections`)
  ]);
  const unfold = () => node.querySelector('details')?.setAttribute('open', '');
  const platformNames = new Map(health.platforms.map(one => [one.code, one.name]));
  render(
    html`<section class="cr-section">
      <p>${link('← 返回首页', '#/dashboard')}</p>
      <h3>待处理的异常</h3>
      <div class="cr-bar">${regionChoice(regions, region, change)}</div>
      <p class="cr-good" role="status">${said}</p>
      <h4>失败的步骤</h4>
      ${failuresTable(region, failures, again)}
      <h4>推送未达的平台</h4>
      ${table(
        ['平台', '待推送', '回执拒绝', '最早'],
        health.platforms
          .filter(one => one.waiting || one.refused)
          .map(one => [one.name, action(one.waiting, unfold), one.refused, moment(one.since)]),
        '各平台均已送达'
      )}
      ${pushes.length ? waiting(region, pushes, platformNames) : nothing}
      <h4>未消除的对账差异</h4>
      ${table(
        ['平台', '失信信息编号', '差异', '何时起', '原因', '处理'],
        differences
          .filter(one => !one.settledAt)
          .map(one => [
            platformNames.get(one.platform) ?? one.platform,
            link(one.recordNo, casesAddress({ region, scope: 'RECEIVED', words: one.recordNo })),
            one.kindName,
            moment(one.since),
            one.cause || '待核对',
            one.handlingName
          ]),
        '各平台与本平台一致'
      )}
      <h4>未读完的归集文件</h4>
      ${table(
        ['文件', '报送时间', '状态', '进度', '原因'],
        files
          .filter(one => !one.finishedAt)
          .map(one => [
            one.fileName,
            moment(one.deliveredAt),
            one.statusName,
            `${one.percent}%`,
            one.failure || '—'
          ]),
        '报送的文件均已读完'
      )}
      <p class="cr-stamp">数据截至 ${moment(health.asOf)}</p>
    </section>`,
    node
  );
}
