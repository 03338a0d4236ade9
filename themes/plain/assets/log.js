// Narrows and sorts the log on the page, in place; without it, links do that. The words that it shows
// stand in templates/log-controls.html, what it compares in the data attributes of the rows.
(() => {
  'use strict';

  const template = document.getElementById('log-controls');
  const table = template && template.parentElement.querySelector('table.log');
  if (!table) return;

  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase()]));
  const heads = Array.from(table.querySelectorAll('th[data-key]'));
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const form = template.content.cloneNode(true).querySelector('form');
  const { words, owner, state, sort } = form.elements;
  const counts = [form.querySelector('output'), table.createCaption()];

  const split = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

  /** The owners' values are the addresses of their pages; what rows name is the last part of those. */
  function nameOwners() {
    for (const option of owner.options) {
      if (option.value) option.value = option.value.split('/').filter(Boolean).pop();
    }
  }

  function fillOrders() {
    for (const head of heads) sort.add(new Option(head.textContent.trim(), firstOrder(head)));
  }

  /** An order is a key and a direction: "target ascending". */
  function firstOrder({ dataset: { key, first } }) {
    return `${key} ${first || 'ascending'}`;
  }

  function reversed(order) {
    return order.endsWith('descending')
      ? order.replace('descending', 'ascending') : order.replace('ascending', 'descending');
  }

  /** The list of orders has each key once; its option takes the direction that was asked for. */
  function choose(order) {
    const asked = Array.from(sort.options).find(({ value }) => [value, reversed(value)].includes(order));
    if (!asked) return;
    if (asked.value) asked.value = order;
    asked.selected = true;
  }

  function isShown(row) {
    const { owners, state: standing, overdue } = row.dataset;
    return split(words.value).every((word) => texts.get(row).includes(word))
      && (!owner.value || split(owners).includes(owner.value))
      && (!state.value || (state.value === 'overdue' ? Number(overdue) > 0 : standing === state.value));
  }

  /** Rows without what is sorted by come last in both directions. */
  function inOrder() {
    const [key, direction] = sort.value.split(' ');
    if (!key) return rows;
    const sign = direction === 'descending' ? -1 : 1;
    const value = ({ dataset }) => dataset[key] || '';
    return rows.slice().sort((a, b) => (!value(a) - !value(b)) || sign * compare(value(a), value(b)));
  }

  function markOrder() {
    for (const head of heads) {
      const [key, direction] = sort.value.split(' ');
      if (head.dataset.key === key) head.setAttribute('aria-sort', direction);
      else head.removeAttribute('aria-sort');
    }
  }

  function show() {
    for (const row of rows) row.hidden = !isShown(row);
    body.append(...inOrder());
    markOrder();
    const shown = rows.filter((row) => !row.hidden).length;
    const text = counts[0].dataset.text.replace('{shown}', shown).replace('{all}', rows.length);
    for (const count of counts) count.textContent = text;
  }

  function keepInAddress() {
    const kept = new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value));
    const query = String(kept) && `?${kept}`;
    history.replaceState(null, '', location.pathname + query + location.hash);
  }

  function update() {
    show();
    keepInAddress();
  }

  function makeSortable(head) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => {
      choose(head.hasAttribute('aria-sort') ? reversed(sort.value) : firstOrder(head));
      update();
    });
    head.append(button);
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of [words, owner, state]) field.value = asked.get(field.name) || '';
    choose(asked.get('sort') || '');
  }

  template.replaceWith(form);
  table.classList.add('is-sortable');
  nameOwners();
  fillOrders();
  heads.forEach(makeSortable);
  readAddress();
  show();
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(update));
})();
