// Where a network goes round, where it stays, where it goes next, whom it meets, and what one person cannot have done.
import type { Circuit, Conflict, Meeting, Moves, NextPlace, Premises } from './api';
import { h, type Child } from './dom';
import { bits, day, number, place } from './format';
import { entityLink, networkLink, note, recordLink, section } from './parts';
import { table } from './table';
import { t } from './texts';
import { share } from './charts/share';

const route = (circuit: Circuit): string => circuit.places.map((one) => place(one.place)).join(' → ');

function stops(circuit: Circuit): Child {
  return h('details', {}, h('summary', {}, `${route(circuit)}: ${t('visits').toLowerCase()}`), table<Circuit['stops'][number]>([
    { title: t('traveller'), cell: (r) => number(r.traveller), sort: (r) => r.traveller, isNumber: true },
    { title: t('place'), cell: (r) => place(r.place), sort: (r) => r.place },
    { title: t('from'), cell: (r) => day(r.from), sort: (r) => r.from },
    { title: t('to'), cell: (r) => day(r.to), sort: (r) => r.to },
    { title: t('sightings'), cell: (r) => number(r.sightings), sort: (r) => r.sightings, isNumber: true },
    { title: t('inOrder'), cell: (r) => (r.kept ? '✓' : '–'), sort: (r) => Number(r.kept) },
    { title: t('record'), cell: (r) => recordLink(r.record), sort: (r) => r.record },
  ], circuit.stops, t('circuits')));
}

export function circuitsTable(circuits: Circuit[]): HTMLElement {
  return h('div', {}, table<Circuit>([
    { title: t('circuit'), cell: route },
    { title: t('moves'), cell: (r) => `${number(r.kept)} / ${number(r.moves)}`, sort: (r) => r.moves, isNumber: true },
    { title: t('rounds'), cell: (r) => number(r.rounds), sort: (r) => r.rounds, isNumber: true },
    { title: t('travellers'), cell: (r) => number(r.travellers), sort: (r) => r.travellers, isNumber: true },
    { title: t('daysPerPlace'), cell: (r) => number(r.days_per_place, 1), sort: (r) => r.days_per_place, isNumber: true },
    { title: t('seen'), cell: (r) => h('span', { class: 'nowrap' }, `${day(r.from)} – ${day(r.to)}`), sort: (r) => r.from },
    { title: t('surprise'), cell: (r) => bits(r.surprise), sort: (r) => r.surprise, isNumber: true },
  ], circuits, t('circuits')), circuits.slice(0, 6).map(stops));
}

export function premisesTable(premises: Premises[]): HTMLElement {
  const roles = (one: Premises): string => [one.booked && t('booked'), one.paid && t('paid'), one.owned && t('owned'), one.ads > 0 && t('advertised')].filter(Boolean).join(', ');
  return table<Premises>([
    { title: t('premises'), cell: (r) => [r.name || r.address || '–', r.name && r.address ? h('small', {}, ` ${r.address}`) : null, r.record ? [' ', recordLink(r.record)] : null], sort: (r) => r.name },
    { title: t('place'), cell: (r) => place(r.place), sort: (r) => r.place },
    { title: t('kind'), cell: (r) => r.kind, sort: (r) => r.kind },
    { title: t('how'), cell: roles, sort: roles },
    { title: t('nights'), cell: (r) => number(r.nights), sort: (r) => r.nights, isNumber: true },
    { title: t('guests'), cell: (r) => number(r.guests), sort: (r) => r.guests, isNumber: true },
    { title: t('kind_ad'), cell: (r) => number(r.ads), sort: (r) => r.ads, isNumber: true },
    { title: t('seen'), cell: (r) => h('span', { class: 'nowrap' }, `${day(r.from)} – ${day(r.to)}`), sort: (r) => r.from ?? '' },
    { title: t('grade'), cell: (r) => r.grades.join(', ') },
  ], premises, t('premises'));
}

function nextPlacesTable(rows: NextPlace[]): HTMLElement {
  const most = Math.max(...rows.map((row) => row.moves), 1);
  return table<NextPlace>([
    { title: t('from'), cell: (r) => place(r.from), sort: (r) => r.from },
    { title: t('nextSeen'), cell: (r) => place(r.to), sort: (r) => r.to },
    { title: t('moves_n'), cell: (r) => [number(r.moves), share(r.moves, most)], sort: (r) => r.moves, isNumber: true },
    { title: t('daysBetween'), cell: (r) => number(r.days, 1), sort: (r) => r.days, isNumber: true },
  ], rows, t('nextPlaces'));
}

function conflictsTable(rows: Conflict[]): HTMLElement {
  return table<Conflict>([
    { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity },
    { title: t('what'), cell: (r) => t(r.kind === 'twice' ? 'twoPlaces' : 'tooFar'), sort: (r) => r.kind },
    { title: t('pairs'), cell: (r) => number(r.pairs), sort: (r) => r.pairs, isNumber: true },
    { title: t('example'), cell: (r) => [recordLink(r.from), ' – ', recordLink(r.to)] },
    { title: t('kmApart'), cell: (r) => number(r.km), sort: (r) => r.km, isNumber: true },
    { title: t('hours'), cell: (r) => (r.hours < 0 ? t('overlap', { n: number(-r.hours, 1) }) : number(r.hours, 1)), sort: (r) => r.hours, isNumber: true },
  ], rows, t('conflicts'));
}

function meetingsTable(rows: Meeting[]): HTMLElement {
  const end = (entity: number, network: number | null): Child => [entityLink(entity), network ? h('small', {}, ' ', networkLink(network)) : null];
  return table<Meeting>([
    { title: t('entity'), cell: (r) => end(r.a, r.a_network), sort: (r) => r.a },
    { title: t('and'), cell: (r) => end(r.b, r.b_network), sort: (r) => r.b },
    { title: t('times'), cell: (r) => number(r.times), sort: (r) => r.times, isNumber: true },
    { title: t('byChance'), cell: (r) => number(r.expected, 1), sort: (r) => r.expected, isNumber: true },
    { title: t('bits'), cell: (r) => bits(r.bits), sort: (r) => r.bits, isNumber: true },
    { title: t('firstAt'), cell: (r) => `${place(r.place)} ${day(r.first)}`, sort: (r) => r.first },
  ], rows, t('meetings'));
}

export function moves({ next_places: next, conflicts, meetings }: Moves): Child {
  return [
    next && next.length > 0 && section(t('nextPlaces'), note(t('nextPlacesHelp')), nextPlacesTable(next)),
    meetings && meetings.length > 0 && section(t('meetings'), note(t('meetingsHelp')), meetingsTable(meetings)),
    conflicts && conflicts.length > 0 && section(t('conflicts'), note(t('conflictsHelp')), conflictsTable(conflicts)),
  ];
}
