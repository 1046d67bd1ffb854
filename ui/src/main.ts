// The page: takes the token to a session, then shows the view that the address names.
import 'uplot/dist/uPlot.min.css';
import './app.css';
import { get, post, type Summary } from './api';
import { append, h, replace } from './dom';
import { address, readAddress, to } from './router';
import { status } from './run';
import { language, languages, setLanguage, t, type Language } from './texts';
import { compare } from './views/compare';
import { decisions } from './views/decisions';
import { entity } from './views/entity';
import { exports } from './views/exports';
import { failure } from './views/failure';
import { identifier } from './views/identifier';
import { log } from './views/log';
import { network } from './views/network';
import { networks } from './views/networks';
import { overview } from './views/overview';
import { record } from './views/record';
import { review } from './views/review';
import { search } from './views/search';
import { template } from './views/template';
import type { View } from './views/view';

const views: Record<string, View> = { overview, networks, network, entity, record, identifier, search, compare, review, decisions, template, log, export: exports };
const MENU = [['overview', 'overview', 'o'], ['networks', 'networks', 'n'], ['review', 'review', 'r'], ['decisions', 'decisions', 'd'], ['log', 'log', 'l'], ['export', 'exports', 'e']] as const;

const main = h('main', { id: 'content', tabindex: -1 });
const header = h('header', { class: 'top' });
let shownHash = '';
let turn = 0;

async function show(keepPlace = false): Promise<void> {
  const mine = ++turn;
  const where = readAddress(location.hash);
  const view = views[where.view];
  const place = window.scrollY;
  main.setAttribute('aria-busy', 'true');
  const late = setTimeout(() => { if (mine === turn && !keepPlace) replace(main, h('p', { class: 'note' }, t('loading'))); }, 200);
  try {
    if (!view) throw new Error(location.hash);
    const shown = await view(where);
    if (mine !== turn) return;
    const heading = h('h1', { tabindex: -1 }, shown.title);
    replace(main, h('div', { class: 'heading' }, heading, shown.kicker ? h('p', { class: 'kicker' }, shown.kicker) : null), shown.content);
    document.title = `${shown.title} – Bowline`;
    if (keepPlace) window.scrollTo(0, place);
    else if (shownHash) { window.scrollTo(0, 0); heading.focus({ preventScroll: true }); }
  } catch (error) {
    if (mine === turn) { replace(main, failure(error)); document.title = `${t('failed')} – Bowline`; }
  } finally {
    clearTimeout(late);
    if (mine === turn) { main.removeAttribute('aria-busy'); shownHash = location.hash; markMenu(where.view); }
  }
}

function markMenu(view: string): void {
  header.querySelectorAll('nav a').forEach((link) => {
    if (link.getAttribute('href') === address(view)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
}

function setTheme(theme: string | null): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  document.dispatchEvent(new CustomEvent('theme'));
}

function drawHeader(title: string): void {
  const words = h('input', { type: 'search', id: 'search', placeholder: t('searchHint'), 'aria-label': t('search'), autocomplete: 'off' });
  const choose = h('select', { 'aria-label': t('language'), onchange: () => { setLanguage(choose.value as Language); drawHeader(title); void show(true); } },
    languages.map(([code, name]) => h('option', { value: code, selected: code === language() }, name)));
  replace(header,
    h('a', { class: 'brand', href: address('overview') }, 'Bowline'),
    h('nav', { 'aria-label': t('overview') }, MENU.map(([view, key]) => h('a', { href: address(view) }, t(key)))),
    h('form', { role: 'search', onsubmit: (event) => { event.preventDefault(); if (words.value.trim()) location.hash = to.search(words.value.trim()); } }, words),
    h('div', { class: 'tools' }, choose,
      h('button', { type: 'button', class: 'quiet', title: t('theme'), 'aria-label': t('theme'), onclick: () => {
        const isDark = document.documentElement.dataset['theme'] ? document.documentElement.dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        localStorage.setItem('theme', isDark ? 'light' : 'dark');
        setTheme(localStorage.getItem('theme'));
      } }, '◐'),
      h('button', { type: 'button', class: 'quiet', title: `${t('keys')} (?)`, 'aria-label': t('keys'), onclick: () => keys.showModal() }, '?')));
  replace(keys, h('h2', {}, t('keys')), h('p', {}, t('keysHelp')), h('p', { class: 'note' }, t('linkChartHelp')), h('p', { class: 'note' }, t('reviewHelp')), h('p', { class: 'note' }, title),
    h('form', { method: 'dialog' }, h('button', {}, 'OK')));
  markMenu(readAddress(location.hash).view);
}

const keys = h('dialog', {});
let waitsForLetter = false;

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || (event.target as HTMLElement).closest('input, textarea, select, dialog')) return;
  if (waitsForLetter) {
    waitsForLetter = false;
    const row = MENU.find(([, , letter]) => letter === event.key);
    if (row) { location.hash = address(row[0]); event.preventDefault(); }
    return;
  }
  if (event.key === '/') document.getElementById('search')?.focus();
  else if (event.key === 'g') waitsForLetter = true;
  else if (event.key === '?') keys.showModal();
  else if (event.key === 'Escape') history.back();
  else return;
  event.preventDefault();
}

// The token stands after the "#", which browsers send to nobody; it leaves the address and the history at once.
async function openSession(): Promise<void> {
  const token = /^#token=([0-9a-f]{64})$/.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', location.pathname);
  await post('/api/session', { token });
}

async function start(): Promise<void> {
  setLanguage(language());
  setTheme(localStorage.getItem('theme'));
  document.body.replaceChildren();
  append(document.body, [h('a', { class: 'skip', href: '#content', onclick: (event) => { event.preventDefault(); main.focus(); } }, t('skip')), header, main, status,
    h('footer', {}, t('lead'), ' ', h('a', { href: 'licences.txt' }, 'Apache-2.0'), ' · ', h('a', { href: 'api/openapi.json' }, 'API')), keys]);
  try { await openSession(); } catch (error) { drawHeader(''); replace(main, failure(error)); return; }
  const title = await get<Summary>('/api/case').then((summary) => summary.title, () => '');
  drawHeader(title);
  window.addEventListener('hashchange', () => void show());
  document.addEventListener('case-changed', () => void show(true));
  document.addEventListener('keydown', onKey);
  await show();
}

void start();
