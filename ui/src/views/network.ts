// A network: who is tied to whom, where, when, with what money, and what each of these rests on.
import { get, type Chart, type EntityRow, type Network, type RecordRow } from '../api';
import { flags, rivals, rolesTable, stated } from '../assessed';
import { flows, motifs } from '../charts/flows';
import { growthView } from '../charts/growth';
import { linkChart } from '../charts/link_chart';
import { map } from '../charts/map';
import { timeline } from '../charts/timeline';
import { transfers } from '../charts/transfers';
import { h } from '../dom';
import { bits, kinds, number, odds } from '../format';
import { entitiesTable, entityLink, facts, note, otherLists, placeList, recordsTable, section, spanWords, tiesTable } from '../parts';
import { table } from '../table';
import { t } from '../texts';
import { circuitsTable, moves, premisesTable } from '../travel';
import type { View } from './view';

const KNOWN = ['circuits', 'premises', 'kinds', 'places', 'members', 'ties', 'weak_ties', 'movement', 'flows', 'growth', 'transfers', 'motifs',
  'flags', 'roles', 'rivals', 'stated', 'next_places', 'conflicts', 'meetings', 'handling', 'grades'];

export const network: View = async ({ number: id }) => {
  const [data, chart] = await Promise.all([get<Network>(`/api/networks/${id}`), get<Chart>(`/api/networks/${id}/chart`)]);
  const entities = data.members.filter((one): one is EntityRow => !('record' in one));
  const alone = data.members.filter((one): one is RecordRow => 'record' in one);
  const when = timeline(chart.months, data.growth?.bursts);
  return {
    title: `${t('network')} ${id}`, kicker: spanWords(data),
    content: [
      facts([t('entities'), number(data.entities)], [t('records'), number(data.records)], [t('kinds'), kinds(data.kinds)],
        [t('bits'), h('span', { title: t('bitsHelp') }, `${bits(data.bits)} (${odds(data.bits)})`)], [t('places'), placeList(data.places, 8)],
        [t('handling'), data.handling?.join(', ')], [t('grade'), data.grades?.join(', ')]),
      section(t('linkChart'), linkChart(chart, data.entities + alone.length)),
      data.rivals && data.rivals.length > 0 && section(t('whatElse'), rivals(data.rivals)),
      data.stated && data.stated.length > 0 && section(t('statedIn'), stated(data.stated)),
      section(t('map'), map(chart, data.movement.map((one) => one.visits), data.circuits ?? [])),
      data.circuits && data.circuits.length > 0 && section(t('circuits'), note(t('circuitsHelp')), circuitsTable(data.circuits)),
      data.premises && data.premises.length > 0 && section(t('premises'), premisesTable(data.premises)),
      when && section(t('timeline'), when),
      data.growth?.all && section(t('growth'), growthView(data.growth)),
      moves(data),
      data.flows.length > 0 && section(t('money'), data.transfers && data.transfers.length > 0 && transfers(data.transfers), flows(data.flows)),
      data.motifs && data.motifs.length > 0 && section(t('motifs'), note(t('motifsHelp')), motifs(data.motifs)),
      data.flags && data.flags.length > 0 && section(t('flags'), flags(data.flags)),
      data.roles && data.roles.length > 0 && section(t('roles'), rolesTable(data.roles)),
      otherLists(data, KNOWN),
      section(t('members'), entitiesTable(entities, data.entities)),
      data.ties.length > 0 && section(t('ties'), tiesTable(data.ties, t('ties'))),
      data.weak_ties.length > 0 && section(t('weakTies'), tiesTable(data.weak_ties, t('weakTies'))),
      data.movement.length > 0 && section(t('movement'), table<Network['movement'][number]>([
        { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity },
        { title: t('visits'), cell: (r) => number(r.visits.length), sort: (r) => r.visits.length, isNumber: true },
        { title: 'km', cell: (r) => number(r.visits.reduce((sum, one) => sum + one.km, 0)), sort: (r) => r.visits.reduce((sum, one) => sum + one.km, 0), isNumber: true },
      ], data.movement, t('movement'))),
      alone.length > 0 && section(t('alone'), recordsTable(alone, t('alone'))),
    ],
  };
};
