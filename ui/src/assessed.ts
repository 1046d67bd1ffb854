// What is assessed rather than read: rival explanations, roles, red flags. Each with what it rests on and what speaks against it.
import type { Flag, Reading, Role, Stated } from './api';
import { share } from './charts/share';
import { h, type Child } from './dom';
import { number, percent } from './format';
import { basis, entityLink, note, recordLink, valueLink } from './parts';
import { saying } from './sayings';
import { table } from './table';
import { t, word } from './texts';

function side(title: string, className: string, points: string[]): HTMLElement {
  return h('div', { class: className }, h('h4', {}, title), points.length ? h('ul', {}, points.map((one) => h('li', {}, saying(one)))) : h('p', { class: 'note' }, t('nothingSaid')));
}

export function rivals(readings: Reading[]): HTMLElement {
  return h('div', { class: 'rivals' }, readings.map((one) => h('article', {}, h('h3', {}, saying(one.title)),
    h('div', { class: 'scales' }, side(t('speaksFor'), 'for', one.for), side(t('speaksAgainst'), 'against', one.against)), note(saying(one.note)))));
}

export function stated(finds: Stated[]): HTMLElement {
  return h('div', {}, note(t('statedHelp')), finds.map((one) => h('figure', { class: 'stated' }, h('blockquote', {}, one.quote),
    h('figcaption', {}, h('span', { lang: 'en' }, one.indicator), ': ', recordLink(one.report), ` ${one.source} ${one.grade}`))));
}

export function rolesTable(roles: Role[]): HTMLElement {
  return h('div', {}, note(t('rolesHelp')), table<Role>([
    { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity },
    { title: t('role'), cell: (r) => word('role', r.role), sort: (r) => r.role },
    { title: t('likelihood'), cell: (r) => h('strong', {}, word('likelihood', r.likelihood)) },
    { title: t('confidence'), cell: (r) => word('confidence', r.confidence), sort: (r) => r.confidence },
    { title: t('records'), cell: (r) => [t('roleCount', { a: number(r.records_total), b: number(r.of), n: number(r.members) }), share(r.records_total, r.of)], sort: (r) => r.records_total },
    { title: t('restsOn'), cell: (r) => basis(r.records, r.records_total) },
  ], roles, t('roles')));
}

function flag(one: Flag): Child {
  return h('article', { class: 'flag' }, h('h3', {}, saying(one.title)),
    h('dl', { class: 'plain' },
      h('dt', {}, t('baseRate')), h('dd', {}, t('fired', { a: number(one.fired), b: number(one.tested), s: percent(one.fired / (one.tested || 1)) }), share(one.fired, one.tested)),
      h('dt', {}, t('firesOn')), h('dd', {}, saying(one.fires)), h('dt', {}, t('innocent')), h('dd', {}, saying(one.innocent)),
      h('dt', {}, t('source')), h('dd', { lang: 'en' }, one.source)),
    table<Flag['hits'][number]>([
      { title: t('about'), cell: (r) => [word('type', r.type), ' ', valueLink(r.type, r.value)], sort: (r) => r.value },
      { title: t('what'), cell: (r) => saying(r.what) },
      { title: t('restsOn'), cell: (r) => basis(r.records, r.records_total) },
    ], one.hits, one.title));
}

export function flags(list: Flag[]): HTMLElement {
  return h('div', {}, note(t('flagsHelp')), list.map(flag));
}
