// What several views show: links to things, tables of rows, headings.
import type { EntityRow, IdentifierRow, NetworkRow, PlaceCount, RecordRow, TieRow, Visit } from './api';
import { h, type Child } from './dom';
import { bits, day, kinds, minute, number, place } from './format';
import { pseudonymButton, withPseudonyms } from './reveal';
import { to } from './router';
import { table, type Column } from './table';
import { ownership, t, word, type TextKey } from './texts';

export function section(title: string, ...children: Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), children);
}

export function note(...children: Child[]): HTMLElement {
  return h('p', { class: 'note' }, children);
}

export const networkLink = (n: number | null): Child => (n ? h('a', { class: 'thing', href: to.network(n) }, `${t('network')} ${n}`) : null);
export const entityLink = (n: number | null): Child => (n ? h('a', { class: 'thing', href: to.entity(n) }, `${t('entity')} ${n}`) : null);
export const recordLink = (name: string): Child => h('a', { class: 'record', href: to.record(name) }, name);

export function isPseudonym(value: string): boolean {
  return /^P-[0-9a-f]{6,}$/.test(value);
}

export function valueLink(type: string, value: string): Child {
  if (isPseudonym(value)) return pseudonymButton(value);
  return h('a', { class: 'value', href: to.identifier(`${type} ${value}`) }, value);
}

const BASIS = 4; // records that are named at once

// The records that something rests on: the first few, the others a key away.
export function basis(records: string[], total = records.length): Child {
  const names = (list: string[]) => list.map((one, i) => [i ? ', ' : '', recordLink(one)]);
  const beyond = total - records.length;
  return h('div', { class: 'basis' }, names(records.slice(0, BASIS)), records.length > BASIS && h('details', {}, h('summary', {}, `${t('more')} (${number(total - BASIS)})`),
    names(records.slice(BASIS)), beyond > 0 && ` ${t('rowsLeft', { n: number(beyond) })}`));
}

// "entity 7" or "ads/A-1", as ties name their sides.
export function nodeLink(name: string): Child {
  const parts = /^entity (\d+)$/.exec(name);
  return parts ? entityLink(Number(parts[1])) : recordLink(name);
}

export function spanWords(row: { first: string | null; last: string | null }): string {
  return row.first ? t('seenFromTo', { a: day(row.first), b: day(row.last) }) : '';
}

export function placeList(places: PlaceCount[], most = 4): Child {
  return h('span', {}, places.slice(0, most).map((one, i) => `${i ? ', ' : ''}${place(one.place)} ${number(one.records)}`), places.length > most ? ' …' : '');
}

export function facts(...pairs: [string, Child][]): HTMLElement {
  return h('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

export function networksTable(rows: NetworkRow[], total: number): HTMLElement {
  const columns: Column<NetworkRow>[] = [
    { title: t('network'), cell: (r) => networkLink(r.network), sort: (r) => r.network },
    { title: t('bits'), cell: (r) => number(r.bits, 0), sort: (r) => r.bits, isNumber: true },
    { title: t('entities'), cell: (r) => number(r.entities), sort: (r) => r.entities, isNumber: true },
    { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
    { title: t('seen'), cell: (r) => h('span', { class: 'nowrap' }, `${day(r.first)} – ${day(r.last)}`), sort: (r) => r.first ?? '' },
    { title: t('places'), cell: (r) => placeList(r.places, 3) },
    { title: t('kinds'), cell: (r) => kinds(r.kinds) },
  ];
  return table(columns, rows, t('networks'), total);
}

export function entitiesTable(rows: EntityRow[], total = rows.length): HTMLElement {
  return table<EntityRow>([
    { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity },
    { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
    { title: t('kinds'), cell: (r) => kinds(r.kinds) },
    { title: t('seen'), cell: (r) => h('span', { class: 'nowrap' }, `${day(r.first)} – ${day(r.last)}`), sort: (r) => r.first ?? '' },
    { title: t('places'), cell: (r) => placeList(r.places, 2) },
    { title: t('knownBy'), cell: (r) => r.identifiers.slice(0, 2).map((one, i) => [i ? ', ' : '', valueLink(one.type, one.value)]) },
  ], rows, t('entities'), total);
}

export function recordsTable<Row extends RecordRow>(rows: Row[], caption: string, total = rows.length, more: Column<Row>[] = []): HTMLElement {
  return table<Row>([
    { title: t('record'), cell: (r) => recordLink(r.record), sort: (r) => r.record },
    { title: t('kind'), cell: (r) => word('kind', r.kind), sort: (r) => r.kind },
    { title: t('time'), cell: (r) => h('span', { class: 'nowrap' }, minute(r.time)), sort: (r) => r.time ?? '' },
    { title: t('place'), cell: (r) => place(r.place), sort: (r) => r.place },
    { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity ?? 0 },
    ...more,
    { title: t('summary'), cell: (r) => withPseudonyms(r.summary) },
  ], rows, caption, total);
}

export function identifiersTable(rows: IdentifierRow[], caption: string): HTMLElement {
  return table<IdentifierRow>([
    { title: t('type'), cell: (r) => word('type', r.type), sort: (r) => r.type },
    { title: t('value'), cell: (r) => valueLink(r.type, r.value), sort: (r) => r.value },
    { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
    { title: t('ownership'), cell: (r) => (r.ownership ? ownership(r.ownership) : '') },
    { title: t('bits'), cell: (r) => (r.bits === undefined ? '' : bits(r.bits)), sort: (r) => r.bits ?? -99, isNumber: true },
  ], rows, caption);
}

export function tiesTable(rows: TieRow[], caption: string): HTMLElement {
  return table<TieRow>([
    { title: t('kind'), cell: (r) => word('tie', r.kind), sort: (r) => r.kind },
    { title: t('from'), cell: (r) => nodeLink(r.from), sort: (r) => r.from },
    { title: t('to'), cell: (r) => nodeLink(r.to), sort: (r) => r.to },
    { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
    { title: t('bits'), cell: (r) => bits(r.bits), sort: (r) => r.bits, isNumber: true },
    { title: t('example'), cell: (r) => (r.example ? recordLink(r.example) : null) },
  ], rows, caption);
}

export function visitsTable(rows: Visit[]): HTMLElement {
  return table<Visit>([
    { title: t('place'), cell: (r) => place(r.place), sort: (r) => r.place },
    { title: t('from'), cell: (r) => day(r.from), sort: (r) => r.from },
    { title: t('to'), cell: (r) => day(r.to), sort: (r) => r.to },
    { title: t('sightings'), cell: (r) => number(r.sightings), sort: (r) => r.sightings, isNumber: true },
    { title: t('km'), cell: (r) => number(r.km), sort: (r) => r.km, isNumber: true },
  ], rows, t('visits'));
}

// Lists that this page has no view of its own for: each as a table of its keys.
export function otherLists(answer: Record<string, unknown>, known: string[]): Child {
  return Object.entries(answer).filter(([key, value]) => !known.includes(key) && value !== null && typeof value === 'object')
    .map(([key, value]) => otherList(key, value as object));
}

const title = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replace(/_/g, ' ');

function otherList(key: string, value: object): Child {
  const rows = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
  if (!rows.length || typeof rows[0] !== 'object') return null;
  const names = [...new Set(rows.slice(0, 20).flatMap((row) => Object.keys(row)))].slice(0, 8);
  return section(title(key), table<Record<string, unknown>>(names.map((name) => ({
    title: title(name), cell: (row) => otherCell(row[name]),
    sort: (row) => (typeof row[name] === 'number' ? row[name] as number : String(row[name] ?? '')),
    isNumber: rows.every((row) => typeof row[name] === 'number'),
  })), rows, title(key)));
}

function otherCell(value: unknown): Child {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return number(value, Number.isInteger(value) ? 0 : 1);
  if (typeof value === 'string') {
    if (/^entity \d+$/.test(value)) return nodeLink(value);
    return /^\d{4}-\d\d-\d\dT/.test(value) ? minute(value) : /^[a-z]{2}:./.test(value) ? place(value) : /^[\w.-]+\/\S+$/.test(value) ? recordLink(value) : value;
  }
  if (Array.isArray(value)) return value.slice(0, 6).map((one, i) => [i ? ', ' : '', otherCell(one)]).concat(value.length > 6 ? [' …'] : []);
  if (typeof value === 'object') return Object.entries(value).map(([k, v], i) => [i ? '; ' : '', `${k} `, otherCell(v)]);
  return String(value);
}

export function totalWord(name: string): string {
  return word('total', name);
}

export function stateWord(state: string): string {
  const key = `state${state.charAt(0).toUpperCase()}${state.slice(1)}` as TextKey;
  return t(key);
}
