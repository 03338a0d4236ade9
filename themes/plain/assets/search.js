// The search page: asks Pagefind, and shows what it finds by kind of page. Everything that comes from
// the index is set as text, never as HTML.
(() => {
  'use strict';

  const RESULTS_AT_ONCE = 20;
  const PLACES_OF_A_PAGE = 4;
  const PAUSE_IN_TYPING = 250;
  const FILTERS = ['kind', 'year', 'owner'];

  const byId = (id) => document.getElementById(id);
  const form = byId('search');
  const input = byId('search-words');
  const status = byId('search-status');
  const results = byId('search-results');
  const more = byId('search-more');
  const filterOf = (name) => byId(`search-${name}`);

  let pagefind;
  let found = [];
  let shown = 0;
  let latest = 0;

  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  // Pagefind marks what was found by <mark> and escapes the brackets of the text itself.
  const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

  function excerptOf(html) {
    const line = element('p');
    line.className = 'excerpt';
    html.split(/<mark>(.*?)<\/mark>/s).forEach((part, i) => {
      if (part) line.append(i % 2 ? element('mark', unescaped(part)) : unescaped(part));
    });
    return line;
  }

  function linkTo(url, text) {
    const link = element('a', text);
    link.href = url;
    return link;
  }

  // The first place is often the page itself, which has its own link already.
  function placesOf(page) {
    const places = page.sub_results.filter((place) => place.url !== page.url);
    if (places.length === 0) return null;
    const list = element('ul');
    for (const place of places.slice(0, PLACES_OF_A_PAGE)) {
      list.append(element('li', linkTo(place.url, place.title), excerptOf(place.excerpt)));
    }
    const left = places.length - PLACES_OF_A_PAGE;
    if (left > 0) list.append(element('li', `${counted(left, 'more place')} on the page`));
    return list;
  }

  function resultOf(page) {
    const item = element('li', element('h3', linkTo(page.url, page.meta.title)));
    const places = placesOf(page);
    item.append(places ?? excerptOf(page.excerpt));
    return item;
  }

  // The list of a kind, made with its heading where it is the first of its kind.
  function groupOf(kind) {
    const id = `search-kind-${kind.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    const known = byId(id);
    if (known) return known.nextElementSibling;
    const heading = element('h2', kind);
    heading.id = id;
    const list = element('ol');
    const section = element('section', heading, list);
    section.setAttribute('aria-labelledby', id);
    results.append(section);
    return list;
  }

  async function showMore(search) {
    const next = found.slice(shown, shown + RESULTS_AT_ONCE);
    const pages = await Promise.all(next.map((result) => result.data()));
    if (search !== latest) return null;
    shown += pages.length;
    more.hidden = shown >= found.length;
    const items = pages.map((page) => {
      const item = resultOf(page);
      groupOf(page.filters.kind?.[0] ?? 'Pages').append(item);
      return item;
    });
    return items[0];
  }

  const chosenFilters = () =>
    FILTERS.map((name) => [name, filterOf(name).value]).filter(([, value]) => value);

  function summary(words) {
    const narrowed = chosenFilters().map(([, value]) => value);
    const within = narrowed.length ? ` in ${narrowed.join(', ')}` : '';
    const pages = found.length ? counted(found.length, 'page') : 'Nothing';
    return `${pages} found for “${words}”${within}.`;
  }

  // The address keeps the search, so that it can be sent to others and come back to.
  function keepInAddress(words, replace) {
    const query = new URLSearchParams(chosenFilters());
    if (words) query.set('q', words);
    const url = query.size ? `?${query}` : location.pathname;
    if (url === location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', url);
  }

  function clear() {
    results.replaceChildren();
    more.hidden = true;
    found = [];
    shown = 0;
  }

  async function search() {
    const mine = ++latest;
    const words = input.value.trim();
    if (!words) {
      clear();
      status.textContent = '';
      return;
    }
    const answer = await pagefind.search(words, { filters: Object.fromEntries(chosenFilters()) });
    if (mine !== latest) return;
    clear();
    found = answer.results;
    await showMore(mine);
    if (mine === latest) status.textContent = summary(words);
  }

  function unavailable() {
    form.hidden = true;
    clear();
    status.textContent = 'The text cannot be searched at the moment. The lists below lead everywhere.';
  }

  function guarded(work) {
    return (...given) => Promise.resolve(work(...given)).catch(unavailable);
  }

  function readAddress() {
    const query = new URLSearchParams(location.search);
    input.value = query.get('q') ?? '';
    for (const name of FILTERS) filterOf(name).value = query.get(name) ?? '';
  }

  const numeric = new Intl.Collator(document.documentElement.lang, { numeric: true });

  async function fillFilters() {
    const filters = await pagefind.filters();
    for (const name of FILTERS) {
      const values = Object.keys(filters[name] ?? {}).sort(numeric.compare);
      if (name === 'year') values.reverse();
      for (const value of values) filterOf(name).append(new Option(value, value));
      filterOf(name).closest('label').hidden = values.length < 2;
    }
  }

  function listen() {
    let pause;
    const searchNow = (replace) => {
      clearTimeout(pause);
      keepInAddress(input.value.trim(), replace);
      return search();
    };
    input.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(guarded(() => searchNow(true)), PAUSE_IN_TYPING);
    });
    form.addEventListener('change', guarded((event) => event.target !== input && searchNow(false)));
    form.addEventListener('submit', guarded((event) => {
      event.preventDefault();
      return searchNow(false);
    }));
    addEventListener('popstate', guarded(() => {
      readAddress();
      return search();
    }));
    more.addEventListener('click', guarded(async () => {
      const first = await showMore(latest);
      first?.querySelector('a').focus();
    }));
  }

  async function start() {
    pagefind = await import(new URL(form.dataset.bundle, location.href));
    await pagefind.init();
    await fillFilters();
    form.hidden = false;
    readAddress();
    listen();
    await search();
  }

  if (form) guarded(start)();
})();
