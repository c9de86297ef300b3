/* Runs in the page: what the gateway asked of its sources for the last operation, as a table with a waterfall. */
(() => {
  /** Makes an element with attributes and children. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  };

  const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
  const inMs = (milliseconds) => (milliseconds === null ? '–' : `${milliseconds.toFixed(1)} ms`);
  const inKb = (bytes) => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);

  /** Where the answer came from, when it was no call of its own. */
  const how = ({ login, cached, shared }) => (login ? 'login' : cached ? 'cached' : shared ? 'shared' : '');

  const failed = ({ status, cached, shared }) => !cached && !shared && (status === null || status >= 400);

  const columns = ['Wave', 'Source', 'Call', 'Keys', 'Status', 'Size', 'Time', 'Waterfall'];

  const toRow = (call, span) => {
    const { wave, source, method, path, keys, status, bytes, startMs, durationMs } = call;
    const mark = how(call);
    const bar = make('span', { class: failed(call) ? 'bar failed' : 'bar' });
    bar.style.marginInlineStart = `${(startMs / span) * 100}%`;
    bar.style.inlineSize = `${((durationMs ?? 0) / span) * 100}%`;
    return make(
      'tr',
      failed(call) ? { class: 'failed' } : {},
      make('td', { class: 'number' }, String(wave)),
      make('td', {}, source),
      make(
        'th',
        { scope: 'row' },
        make('code', {}, `${method} ${path}`),
        ...(mark === '' ? [] : [' ', make('span', { class: 'mark' }, mark)]),
      ),
      make('td', { class: 'number' }, keys === null ? '–' : String(keys)),
      make('td', { class: 'number' }, status === null ? 'none' : String(status)),
      make('td', { class: 'number size' }, inKb(bytes)),
      make('td', { class: 'number' }, inMs(durationMs)),
      make('td', { class: 'waterfall', title: `from ${inMs(startMs)}` }, bar),
    );
  };

  const toTable = (calls) => {
    const span = Math.max(1, ...calls.map(({ startMs, durationMs }) => startMs + (durationMs ?? 0)));
    const head = columns.map((name) => make('th', { scope: 'col', class: name.toLowerCase() }, name));
    return make(
      'table',
      {},
      make('caption', {}, 'Upstream calls of the last operation, as they began'),
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...calls.map((call) => toRow(call, span))),
    );
  };

  const summaryOf = ({ mode, total }) => {
    const parts = [`${counted(total.calls, 'call')} in ${counted(total.waves, 'wave')}`];
    if (mode === 'dry-run') return `Dry run: at most ${parts[0]}, and none was made.`;
    if (total.cached > 0) parts.push(`${total.cached} cached`);
    if (total.shared > 0) parts.push(`${total.shared} shared`);
    if (total.logins > 0) parts.push(counted(total.logins, 'login'));
    if (total.failed > 0) parts.push(`${total.failed} failed`);
    parts.push(inKb(total.bytes));
    return parts.join(', ');
  };

  const remembered = 'gatehouse:call-log';

  class CallLog extends HTMLElement {
    connectedCallback() {
      this.button = make('button', { type: 'button', 'aria-controls': 'call-log-rows' }, 'Upstream calls');
      this.summary = make('span', { role: 'status' }, 'Run an operation to see what it asks of the sources.');
      // To be scrolled by keys, it takes the focus.
      this.rows = make('div', {
        id: 'call-log-rows',
        tabindex: '0',
        role: 'region',
        'aria-label': 'Upstream calls of the last operation',
      });
      this.append(
        make(
          'section',
          { 'aria-label': 'Call log' },
          make('div', { class: 'line' }, this.button, this.summary),
          this.rows,
        ),
      );
      this.button.addEventListener('click', () => {
        this.open(this.rows.hidden);
        localStorage.setItem(remembered, this.rows.hidden ? 'closed' : 'open');
      });
      this.clear();
      const roomy = matchMedia('(min-width: 56rem) and (min-height: 44rem)').matches;
      const wish = localStorage.getItem(remembered);
      this.open(wish === null ? roomy : wish === 'open');
    }

    open(isOpen) {
      this.rows.hidden = !isOpen;
      this.button.setAttribute('aria-expanded', String(isOpen));
    }

    clear() {
      this.rows.replaceChildren(make('p', {}, 'No calls to show.'));
    }

    /** @param upstream `extensions.upstream` of an answer */
    show(upstream) {
      if (upstream === undefined) {
        this.summary.textContent =
          'The answer came without its calls; ask by the header gatehouse-upstream: log.';
        this.clear();
        return;
      }
      this.summary.textContent = summaryOf(upstream);
      const calls = upstream.mode === 'log' ? upstream.calls : [];
      if (calls.length === 0) this.clear();
      else this.rows.replaceChildren(toTable(calls.toSorted((one, other) => one.startMs - other.startMs)));
    }
  }
  customElements.define('gatehouse-call-log', CallLog);

  const isOperation = (body) =>
    typeof body === 'string' && !/"operationName":"IntrospectionQuery"/.test(body);

  // GraphiQL looks its `fetch` up for each operation, and so finds this one.
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    const [, options] = request;
    if (isOperation(options?.body) && /json/.test(response.headers.get('content-type') ?? '')) {
      response
        .clone()
        .json()
        .then((answer) => document.querySelector('gatehouse-call-log').show(answer.extensions?.upstream))
        // What is no JSON is shown by GraphiQL, as the error that it is.
        .catch(() => undefined);
    }
    return response;
  };
})();
