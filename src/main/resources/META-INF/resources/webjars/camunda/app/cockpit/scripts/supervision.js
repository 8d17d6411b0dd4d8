/** Cockpit's plugin for supervisors: limits, cases open and closed, what can be done about them. */
import { ask, call, el, field, left, limit, mark, moment, select, showMessages, STATES, table, url } from '../../shared/staff.js';

const CASES = '#/credit-cases';
const OPEN_STATES = ['NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'BREACHED'];
const COLUMNS = { NOT_STARTED: 'notStarted', ON_TRACK: 'onTrack', AT_RISK: 'atRisk', BREACHED: 'breached' };
const OF_CASE = /^[^-]+-\d{1,4}$/;

const supervised = async () => (await call('/api/v1/me')).regions.filter(region => region.supervisor);
const supervision = (region, path) => '/api/v1/regions/' + region + '/supervision' + path;
const casesOf = query => CASES + '?' + new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined));
const link = (text, href) => el('a', { href }, text);
const failed = node => error => node.replaceChildren(el('p', { class: 'cr-error' }, error.message));

async function engine(api, path) {
  const answer = await fetch(api.engineApi + path, { credentials: 'same-origin' });
  return answer.ok ? answer.json() : null;
}

/** Loads a script that is no module, once. */
function script(path, name) {
  return window[name] ? Promise.resolve(window[name]) : new Promise((resolve, reject) => {
    const loaded = el('script', { src: url(path) });
    loaded.onload = () => resolve(window[name]);
    loaded.onerror = () => reject(new Error('未能加载 ' + path));
    document.head.append(loaded);
  });
}

// ---- dashboard

function sums(rows, code, name) {
  const all = new Map();
  for (const row of rows) {
    const sum = all.get(row[code]) || { code: row[code], name: row[name], notStarted: 0, onTrack: 0, atRisk: 0, breached: 0, met: 0, late: 0 };
    for (const column of ['notStarted', 'onTrack', 'atRisk', 'breached', 'met', 'late']) {
      sum[column] += row[column];
    }
    all.set(row[code], sum);
  }
  return [...all.values()].sort((a, b) => b.breached - a.breached || b.atRisk - a.atRisk || a.name.localeCompare(b.name, 'zh'));
}

function counted(region, sum, by) {
  const own = by ? { [by]: sum.code, ...(by === 'path' ? { pathName: sum.name } : {}) } : {};
  return OPEN_STATES.map(state => {
    const count = sum[COLUMNS[state]];
    return count ? link(String(count), casesOf({ region, state, ...own })) : '0';
  }).concat(
    sum.met ? link(String(sum.met), casesOf({ region, closed: true, state: 'MET', today: true, ...own })) : '0',
    sum.late ? link(String(sum.late), casesOf({ region, closed: true, state: 'BREACHED', today: true, ...own })) : '0');
}

function stateTable(region, heading, rows, by) {
  return table([heading, '未开始', '正常', '临期', '超期', '今日按时办结', '今日超期办结'],
    rows.map(sum => [sum.name, ...counted(region, sum, by)]), '没有在办事项');
}

async function drawChart(node, region) {
  const days = await call(supervision(region, '/trend?workingDays=30'));
  const echarts = await import(url('/webjars/echarts/echarts.esm.min.js'));
  const chart = echarts.init(node, null, { renderer: 'svg' });
  const bar = (name, color, value) => ({ name, type: 'bar', stack: 'closed', color, data: days.map(value) });
  chart.setOption({
    animation: false,
    title: { text: '最近 30 个工作日（件）', textStyle: { fontSize: 14 } },
    tooltip: { trigger: 'axis' },
    legend: { right: 10 },
    grid: { left: 45, right: 20, bottom: 30, top: 40 },
    xAxis: { type: 'category', data: days.map(day => day.day.substring(5)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [bar('按时办结', '#067647', day => day.met), bar('超期办结', '#b54708', day => day.late),
      { name: '新增超期', type: 'line', color: '#b42318', data: days.map(day => day.missed) }]
  });
  new ResizeObserver(() => chart.resize()).observe(node);
}

async function calendarNote() {
  const known = await call('/api/v1/calendar/years');
  const [year, month] = (await call('/api/v1/me')).today.split('-').map(Number);
  const missing = month >= 11 && !known.years.includes(year + 1);
  return el('p', { class: missing ? 'cr-error' : '' }, '工作日历已知至 ' + known.lastKnownDay + '，此后的时限均为待核' +
    (missing ? '；' + (year + 1) + ' 年节假日安排尚未导入' : ''));
}

async function drawRegion(node, region) {
  const chart = el('div', { class: 'cr-chart' });
  const [rows, queues, months, note] = await Promise.all([
    call(supervision(region.code, '/sla')), call(supervision(region.code, '/queues')),
    call(supervision(region.code, '/months')), calendarNote()]);
  const total = sums(rows.map(row => ({ ...row, region: region.code, regionName: region.name })), 'region', 'regionName');
  const untouched = queues.filter(queue => queue.untouched);
  node.replaceChildren(note,
    stateTable(region.code, '地区', total),
    el('div', { class: 'cr-columns' },
      el('div', {}, el('h4', {}, '按修复路径'), stateTable(region.code, '修复路径', sums(rows, 'path', 'pathName'), 'path')),
      el('div', {}, el('h4', {}, '按单位'), stateTable(region.code, '单位', sums(rows, 'unit', 'unitName'), 'unit'))),
    chart,
    el('h4', {}, '点击查询'),
    el('p', { class: untouched.length ? 'cr-error' : 'cr-good' }, untouched.length
      ? '上一工作日有待办而未点击查询：' + untouched.map(queue => queue.unitName).join('、')
      : '上一工作日各单位均已点击查询'),
    table(['单位', '在办', '今日首次查询'], queues.map(queue => [queue.unitName, String(queue.open), queue.lookedAt ? moment(queue.lookedAt) : '尚未查询'])),
    el('h4', {}, '统计、考核和月报'),
    el('p', {}, ...[['UNIT', '按单位'], ['ITEM', '按事项'], ['CHANNEL', '按渠道']].flatMap(([by, name]) =>
      [link('办理统计（' + name + '）', url(supervision(region.code, '/statistics?format=xlsx&by=' + by))), '　']),
    link('部门考核', url(supervision(region.code, '/assessment?format=xlsx'))), '　',
    link('归集质量', url(supervision(region.code, '/data-quality?format=xlsx')))),
    el('p', {}, months.length ? '月度通报：' : '尚无月报', ...months.flatMap(month => [link(month, url(supervision(region.code, '/months/' + month + '?format=pdf'))), '　'])));
  drawChart(chart, region.code).catch(failed(chart));
}

async function dashboard(node) {
  const regions = await supervised();
  if (!regions.length) {
    return;
  }
  const body = el('div', {});
  const chosen = select(regions.map(region => [region.code, region.name]));
  const draw = () => drawRegion(body, regions.find(region => region.code === chosen.value)).catch(failed(body));
  chosen.addEventListener('change', draw);
  const count = el('span', { class: 'cr-count' });
  const unread = async () => {
    count.textContent = (await call('/api/v1/me')).unread;
    count.hidden = count.textContent === '0';
  };
  node.replaceChildren(el('section', { class: 'cr-section' },
    el('h3', {}, '时限监测'),
    el('div', { class: 'cr-bar' }, regions.length > 1 ? field('地区', chosen) : null,
      link('办件查询', casesOf({ region: regions[0].code, closed: true })),
      el('a', { href: '', click: event => { event.preventDefault(); showMessages(unread); } }, '站内消息 ', count)),
    body));
  await Promise.all([unread(), draw()]);
}

// ---- cases

const queryOf = () => Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] || ''));

async function cases(node, api) {
  const regions = await supervised();
  if (!regions.length) {
    node.replaceChildren(el('p', { class: 'cr-error' }, '办件查询供督查人员使用'));
    return;
  }
  const query = queryOf();
  if (query.case) {
    return oneCase(node, api, query.region, query.case);
  }
  const today = (await call('/api/v1/me')).today;
  const region = select(regions.map(one => [one.code, one.name]));
  region.value = query.region || regions[0].code;
  const words = el('input', { class: 'form-control', type: 'search', placeholder: '办件、申请、失信信息编号，证件号码或主体全称', size: 44 });
  words.value = query.words || '';
  const closed = select([['false', '在办'], ['true', '已办结']]);
  closed.value = query.closed === 'true' ? 'true' : 'false';
  const state = select([]);
  const states = () => state.replaceChildren(...[['', '全部状态'],
    ...(closed.value === 'true' ? [['MET', '按时办结'], ['BREACHED', '超期办结']] : OPEN_STATES.map(one => [one, STATES[one]]))]
    .map(([code, name]) => el('option', { value: code }, name)));
  states();
  state.value = query.state || '';
  const unit = select([]);
  const units = () => unit.replaceChildren(el('option', { value: '' }, '全部单位'),
    ...regions.find(one => one.code === region.value).units.map(one => el('option', { value: one.code }, one.name)));
  units();
  unit.value = query.unit || '';
  const day = query.today === 'true' ? today : '';
  const from = el('input', { class: 'form-control', type: 'date', value: query.from || day });
  const until = el('input', { class: 'form-control', type: 'date', value: query.until || day });
  const days = [field('办结起', from), field('办结止', until)];
  const found = el('div', {});
  let page = 0;
  const search = async () => {
    const wanted = new URLSearchParams({ closed: closed.value, page });
    for (const [name, input] of Object.entries({ words, state, unit, ...(closed.value === 'true' ? { from, until } : {}) })) {
      if (input.value) {
        wanted.set(name, input.value);
      }
    }
    if (query.path) {
      wanted.set('path', query.path);
    }
    const rows = await call(supervision(region.value, '/cases?' + wanted));
    const turn = (text, by, possible) => possible
      ? el('button', { class: 'btn btn-default', type: 'button', click: () => { page += by; search().catch(failed(found)); } }, text) : null;
    found.replaceChildren(table(['办件', '修复事项', '申请主体', '办理单位', '申请时间', '环节或结果', '时限', '剩余', '状态'],
      rows.map(row => [link(row.caseKey, casesOf({ region: region.value, case: row.caseKey })), row.itemName, row.subject, row.unitName,
        moment(row.submittedAt), row.resultName || row.stageName || '—', limit(row.dueAt, row.certain),
        row.closedAt ? '办结于 ' + moment(row.closedAt) : left(row.workingDaysLeft, row.certain), mark(row.sla)]), '没有符合条件的办件'),
    el('div', { class: 'cr-buttons' }, turn('上一页', -1, page > 0), turn('下一页', 1, rows.length === 50)));
  };
  const again = () => { page = 0; search().catch(failed(found)); };
  const ofClosed = () => days.forEach(day => { day.hidden = closed.value !== 'true'; });
  ofClosed();
  region.addEventListener('change', () => { units(); again(); });
  closed.addEventListener('change', () => { states(); ofClosed(); again(); });
  node.replaceChildren(el('section', { class: 'cr-section' },
    el('p', {}, link('← 返回首页', '#/dashboard')),
    el('h3', {}, query.path ? '办件查询 · ' + (query.pathName || query.path) : '办件查询'),
    el('form', { class: 'cr-bar', submit: event => { event.preventDefault(); again(); } },
      regions.length > 1 ? field('地区', region) : null, field('查找', words), field('范围', closed), field('状态', state), field('单位', unit),
      ...days, el('button', { class: 'btn btn-primary', type: 'submit' }, '查询')),
    found));
  await search();
}

function stagesTable(one) {
  return table(['环节', '开始', '时限', '结束', '用时（工作日）', '剩余', '状态', '经办', '结果和意见'], one.stages.map(stage => [
    stage.name, moment(stage.startedAt), limit(stage.dueAt, stage.certain) + (stage.addedDays ? '（顺延 ' + stage.addedDays + '）' : ''),
    stage.endedAt ? moment(stage.endedAt) : stage.pausedAt ? '中止于 ' + moment(stage.pausedAt) : '办理中',
    stage.daysTaken === null ? '—' : String(stage.daysTaken), left(stage.daysLeft, stage.certain), mark(stage.sla),
    stage.actor || (stage.endedAt ? '系统' : '—'), [stage.outcomeName, stage.remark].filter(Boolean).join('：') || '—']));
}

function pushesTable(one) {
  return table(['平台', '状态', '次数', '列入', '送达', '回执', '最近失败'], one.pushes.map(push => [
    push.platformName, push.statusName, String(push.attempts), moment(push.createdAt), moment(push.deliveredAt), push.receipt || '—', push.lastError || '—']),
  '尚无推送');
}

function registers(one) {
  return el('div', {},
    el('h4', {}, '督办记录'),
    table(['时间', '事项', '环节', '经办', '说明'], one.escalations.map(step =>
      [moment(step.happenedAt), step.name, step.stageName, step.actor || '系统', step.reason || '—']), '没有督办记录'),
    one.consultations.length ? el('div', {}, el('h4', {}, '会办'), table(['单位', '问题', '期限', '意见', '送回'], one.consultations.map(asked =>
      [asked.unit, asked.question, asked.workingDays + ' 个工作日', asked.opinion || '尚未送回', moment(asked.answeredAt)]))) : null);
}

function facts(one) {
  return el('div', {},
    el('p', {}, one.subject + '（' + one.subjectCode + '）　' + one.itemName + '　' + one.recordNo),
    el('p', {}, '办理单位：' + one.unitName + '　申请渠道：' + one.channel + '　申请时间：' + moment(one.submittedAt) + '　', mark(one.sla),
      one.resultName ? '　结果：' + one.resultName + (one.resultReason ? '，' + one.resultReason : '') : null));
}

/** Whether a flow was taken: some step behind it began when some step before it ended. */
function taken(steps, flow) {
  const at = text => Math.round(Date.parse(text) / 1000);
  const before = steps.filter(step => step.activityId === flow.source.id && step.endTime);
  return steps.some(step => step.activityId === flow.target.id &&
    before.some(one => Math.abs(at(step.startTime) - at(one.endTime)) <= 1));
}

/** Draws the model of a case with the path it took. */
async function drawPath(node, api, caseKey, one) {
  const instances = await engine(api, '/history/process-instance?processInstanceBusinessKey=' + caseKey);
  if (!instances || !instances.length) {
    node.replaceChildren(el('p', {}, '流程历史已按期清理'));
    return;
  }
  const instance = instances[0];
  const [model, steps, Viewer] = await Promise.all([
    engine(api, '/process-definition/' + instance.processDefinitionId + '/xml'),
    engine(api, '/history/activity-instance?processInstanceId=' + instance.id),
    script('/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js', 'BpmnJS')]);
  const viewer = new Viewer({ container: node });
  await viewer.importXML(model.bpmn20Xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const ended = new Map(steps.map(step => [step.activityId, step]));
  for (const [id, step] of ended) {
    if (elements.get(id) && elements.get(id).type !== 'bpmn:SubProcess') {
      canvas.addMarker(id, step.canceled ? 'cr-canceled' : step.endTime ? 'cr-passed' : 'cr-waiting');
    }
  }
  elements.filter(element => element.type === 'bpmn:SequenceFlow')
    .filter(flow => taken(steps, flow))
    .forEach(flow => canvas.addMarker(flow.id, 'cr-passed'));
  for (const stage of one.stages) {
    const id = stage.stage.toLowerCase();
    if (elements.get(id) && stage.daysTaken !== null) {
      overlays.add(id, { position: { bottom: 0, left: 0 }, html: el('span', { class: 'cr-mark cr-' + stage.sla.toLowerCase() }, stage.daysTaken + ' 个工作日') });
    }
  }
  new ResizeObserver(() => {
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }).observe(node);
}

async function oneCase(node, api, region, caseKey) {
  const one = await call(supervision(region, '/cases/' + caseKey));
  const diagram = el('div', { class: 'cr-diagram' });
  node.replaceChildren(el('section', { class: 'cr-section' },
    el('p', {}, link('← 办件查询', casesOf({ region, closed: one.result !== null }))),
    el('h3', {}, '办件 ' + caseKey), facts(one), diagram,
    el('h4', {}, '各环节'), stagesTable(one),
    el('h4', {}, '推送与回执'), pushesTable(one), registers(one)));
  await drawPath(diagram, api, caseKey, one).catch(failed(diagram));
}

// ---- tabs

const textarea = () => el('textarea', { class: 'form-control', rows: 3 });

function urge(base, done) {
  const reason = textarea();
  ask('督办', field('要求和理由', reason), '督办', async () => { await call(base + '/urging', 'POST', { reason: reason.value }); done(); }).classList.add('cr-narrow');
}

function reassign(base, region, done) {
  const unit = select([['', '（改派给同单位人员）'], ...region.units.map(one => [one.code, one.name])]);
  const account = el('input', { class: 'form-control', type: 'text' });
  const reason = textarea();
  ask('改派', el('div', {}, field('改由单位', unit), field('或改由同单位人员（账号）', account), field('理由', reason)), '改派', async () => {
    await call(base + '/reassignment', 'POST', { unit: unit.value || null, account: account.value.trim() || null, reason: reason.value });
    done();
  }).classList.add('cr-narrow');
}

function extend(base, done) {
  const days = el('input', { class: 'form-control', type: 'number', min: 1, max: 10, value: 5 });
  const reason = textarea();
  ask('延长时限', el('div', {}, field('延长（工作日）', days), field('理由', reason)), '延长', async () => {
    await call(base + '/extension', 'POST', { workingDays: Number(days.value), reason: reason.value });
    done();
  }).classList.add('cr-narrow');
}

/** Asks for a reason and does something with a case. */
function intervene(title, action, path, done) {
  const reason = textarea();
  ask(title, field('理由', reason), action, async () => { await call(path, 'POST', { reason: reason.value }); done(); }).classList.add('cr-narrow');
}

/** Corrects the texts of a push that a platform refuses; it is sent again at once. */
function correct(region, push, done) {
  const reason = textarea();
  const inputs = Object.entries(push.texts).map(([name, value]) => [name, value, el('input', { class: 'form-control', type: 'text', name, value })]);
  ask('更正推送内容', el('div', {}, ...inputs.map(([name, , input]) => field(name, input)), field('理由', reason)), '更正并重新推送', async () => {
    const fields = Object.fromEntries(inputs.filter(([, value, input]) => input.value !== value).map(([name, , input]) => [name, input.value]));
    await call(supervision(region, '/pushes/' + push.idempotencyKey + '/correction'), 'POST', { fields, reason: reason.value });
    done();
  }).classList.add('cr-narrow');
}

/** What has failed of a process, each with a button to retry it. */
function failuresTable(region, failures, done) {
  return table(['时间', '步骤', '原因', ''], failures.map(one => [moment(one.since), one.activity, one.message,
    el('button', {
      type: 'button', class: 'btn btn-default btn-sm',
      click: () => intervene('重试', '重试', supervision(region, '/failures/' + one.id + '/retry'), done)
    }, '重试')]), '没有失败的步骤');
}

async function instanceTab(node, api, instanceId) {
  const [instance, tasks, regions] = await Promise.all([
    engine(api, '/history/process-instance/' + instanceId), engine(api, '/task?processInstanceId=' + instanceId), supervised()]);
  const region = regions.find(one => instance && one.code === instance.tenantId);
  if (!region) {
    node.replaceChildren(el('p', {}, '此流程不属于本督查地区'));
    return;
  }
  const again = () => instanceTab(node, api, instanceId).catch(failed(node));
  const button = (text, action) => el('button', { type: 'button', class: 'btn btn-default btn-sm', click: action }, text);
  const actions = tasks.map(task => {
    const base = '/api/v1/regions/' + region.code + '/tasks/' + task.id;
    return el('div', { class: 'cr-bar' }, el('strong', {}, task.name), '认领人：' + (task.assignee || '无'),
      button('督办', () => urge(base, again)), button('改派', () => reassign(base, region, again)), button('延长时限', () => extend(base, again)));
  });
  const reference = instance.businessKey || '';
  const failures = (await call(supervision(region.code, '/failures'))).filter(one => one.reference.startsWith(reference));
  const broken = [el('h4', {}, '失败的步骤'), failuresTable(region.code, failures, again)];
  if (!OF_CASE.test(reference)) {
    const pushes = (await call('/api/v1/regions/' + region.code + '/supervision/pushes?sharingNo=' + encodeURIComponent(reference)));
    node.replaceChildren(el('section', { class: 'cr-section' }, ...actions, ...broken, el('h4', {}, '未送达的推送'),
      table(['平台', '状态', '次数', '最近失败', ''], pushes.map(push => [push.platformName, push.statusName, String(push.attempts), push.lastError || '—',
        button('更正', () => correct(region.code, push, again))]), '没有未送达的推送')));
    return;
  }
  const act = (title, path) => button(title, () => intervene(title, title, supervision(region.code, '/cases/' + reference + path), again));
  const running = instance.endTime ? [] : [el('div', { class: 'cr-bar' }, el('strong', {}, '办件'),
    instance.state === 'SUSPENDED' ? act('恢复办理', '/resumption') : act('中止', '/suspension'), act('更换流程版本', '/migration'))];
  const one = await call(supervision(region.code, '/cases/' + instance.businessKey));
  node.replaceChildren(el('section', { class: 'cr-section' }, facts(one), ...running, ...actions, ...broken,
    el('h4', {}, '各环节'), stagesTable(one), el('h4', {}, '推送与回执'), pushesTable(one), registers(one)));
}

async function definitionTab(node, api, definitionId) {
  const [definition, regions] = await Promise.all([engine(api, '/process-definition/' + definitionId), supervised()]);
  if (!regions.length) {
    node.replaceChildren(el('p', {}, '供督查人员使用'));
    return;
  }
  const region = select(regions.map(one => [one.code, one.name]));
  const period = select([['30', '最近 30 日'], ['90', '最近 90 日'], ['365', '最近一年']]);
  const body = el('div', {});
  const draw = async () => {
    const from = new Date(Date.parse((await call('/api/v1/me')).today) - Number(period.value) * 86400000).toISOString().substring(0, 10);
    const stages = await call(supervision(region.value, '/stages?path=' + definition.key + '&from=' + from));
    body.replaceChildren(table(['环节', '已结束', '平均（工作日）', '中位数', '九成不超过'], stages.map(stage =>
      [stage.name, String(stage.ended), stage.meanDays.toFixed(1), String(stage.medianDays), String(stage.mostDays)]), '期间没有办结的事项'));
  };
  for (const choice of [region, period]) {
    choice.addEventListener('change', () => draw().catch(failed(body)));
  }
  node.replaceChildren(el('section', { class: 'cr-section' },
    el('div', { class: 'cr-bar' }, regions.length > 1 ? field('地区', region) : null, field('期间', period)), body));
  await draw();
}

const guarded = draw => (node, data) => { draw(node, data).catch(failed(node)); };

export default [
  {
    id: 'credit-repair-dashboard', pluginPoint: 'cockpit.dashboard', priority: 9000, properties: { label: '时限监测' },
    render: guarded(node => dashboard(node))
  },
  {
    id: 'credit-repair-cases', pluginPoint: 'cockpit.route', properties: { path: '/credit-cases' },
    render: guarded((node, { api }) => cases(node, api))
  },
  {
    id: 'credit-repair-instance', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: 90, properties: { label: '时限与推送' },
    render: guarded((node, { api, processInstanceId }) => instanceTab(node, api, processInstanceId))
  },
  {
    id: 'credit-repair-definition', pluginPoint: 'cockpit.processDefinition.runtime.tab', priority: 90, properties: { label: '环节用时' },
    render: guarded((node, { api, processDefinitionId }) => definitionTab(node, api, processDefinitionId))
  }
];
