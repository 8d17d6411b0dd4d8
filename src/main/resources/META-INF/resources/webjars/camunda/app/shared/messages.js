/** Messages to the login (站内消息): a link with the number of unread ones, and a dialog. */
import { moment } from './limits.js';
import { call, me } from './server.js';
import { action, ask, button, field, html, options, render, table } from './view.js';

const EVERY_MINUTE = 60_000;

const CASE = /\d{10,}-\d+/;

/**
 * Draws the link and keeps its number up to date as long as the node is on the page.
 *
 * @param addressOf gives the address at which a case is worked on, by its key
 */
export async function messagesLink(node, addressOf) {
  const draw = count =>
    render(
      action(
        '站内消息',
        () => show(refresh, addressOf),
        html` <span class="cr-count" ?hidden=${!count}>${count}</span>`
      ),
      node
    );
  const refresh = async () => draw((await me()).unread);
  const timer = setInterval(() => {
    if (node.isConnected) {
      refresh().catch(() => {}); // the next minute asks again
    } else {
      clearInterval(timer);
    }
  }, EVERY_MINUTE);
  draw(0);
  await refresh();
}

async function show(changed, addressOf) {
  const list = document.createElement('div');
  list.className = 'cr-scroll';
  const read = async message => {
    await call(`/api/v1/messages/${message.id}/reading`, 'POST');
    await Promise.all([fill(), changed()]);
  };
  let kind = '';
  let kinds = [];
  const readAll = async () => {
    const wanted = kind ? `?${new URLSearchParams({ kind })}` : '';
    await call(`/api/v1/messages/readings${wanted}`, 'POST');
    await Promise.all([fill(), changed()]);
  };
  const bar = messages =>
    html`<div class="cr-bar">
      ${field(
        '类别',
        html`<select
          class="form-control"
          @change=${event => {
            kind = event.target.value;
            fill();
          }}
        >
          ${options([['', '全部'], ...kinds.map(one => [one, one])], kind)}
        </select>`
      )}
      ${messages.some(message => !message.read) ? button('全部标为已读', readAll) : ''}
    </div>`;
  const fill = async () => {
    const all = await call('/api/v1/messages');
    const messages = all.filter(message => !kind || message.kind === kind);
    kinds = [...new Set(all.map(message => message.kind))];
    const caseOf = message => CASE.exec(`${message.reference} ${message.text}`)?.[0];
    const toCase = key =>
      html`<a class="cr-nowrap" href=${addressOf(key)} @click=${() => close()}>${key}</a>`;
    const rows = messages.map(message => [
      moment(message.sentAt),
      message.kind,
      caseOf(message) ? toCase(caseOf(message)) : '—',
      html`<span class=${message.read ? '' : 'cr-unread'}>${message.text}</span>`,
      message.read
        ? '已读'
        : html`<button type="button" class="btn btn-link" @click=${() => read(message)}>
            标为已读
          </button>`
    ]);
    render(
      html` ${bar(messages)} ${table(['时间', '类别', '办件', '内容', ''], rows, '没有消息')} `,
      list
    );
  };
  const close = ask({ title: '站内消息', content: list, wide: true });
  await fill();
}
