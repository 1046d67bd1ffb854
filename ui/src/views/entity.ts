// An entity: what one operator controls.
import { get, type Entity, type LinkRow, type TemplateRow } from '../api';
import { flows } from '../charts/flows';
import { h } from '../dom';
import { bits, kinds, number, percent } from '../format';
import { facts, identifiersTable, networkLink, note, otherLists, placeList, recordLink, recordsTable, section, spanWords, visitsTable } from '../parts';
import { to } from '../router';
import { table } from '../table';
import { t } from '../texts';
import { circuitsTable, moves } from '../travel';
import type { View } from './view';

const KNOWN = ['kinds', 'identifiers', 'places', 'members', 'templates', 'visits', 'links', 'flows', 'circuits', 'next_places', 'conflicts', 'meetings', 'handling', 'grades'];

export function linksTable(links: LinkRow[]): HTMLElement {
  return table<LinkRow>([
    { title: t('from'), cell: (r) => recordLink(r.from), sort: (r) => r.from },
    { title: t('to'), cell: (r) => recordLink(r.to), sort: (r) => r.to },
    { title: t('bits'), cell: (r) => bits(r.bits), sort: (r) => r.bits, isNumber: true },
    { title: t('probability'), cell: (r) => percent(r.probability), sort: (r) => r.probability, isNumber: true },
    { title: t('why'), cell: (r) => h('a', { href: to.compare(`${r.from}:${r.from_party}`, `${r.to}:${r.to_party}`), 'aria-label': `${t('why')} ${r.from} ${r.to}` }, `${t('why')}?`) },
  ], links, t('links'));
}

export const templateText = (text: string) => text.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? h('span', { class: `slot slot-${part.slice(1, -1)}` }, part.slice(1, -1)) : part));

export const entity: View = async ({ number: id }) => {
  const data = await get<Entity>(`/api/entities/${id}`);
  return {
    title: `${t('entity')} ${id}`, kicker: spanWords(data),
    content: [
      facts([t('network'), networkLink(data.network)], [t('records'), number(data.records)], [t('kinds'), kinds(data.kinds)], [t('places'), placeList(data.places, 8)],
        [t('handling'), data.handling?.join(', ')], [t('grade'), data.grades?.join(', ')]),
      section(t('identifiers'), identifiersTable(data.identifiers, t('identifiers'))),
      data.links.length > 0 && section(t('whyTogether'), linksTable(data.links)),
      data.templates.length > 0 && section(t('templates'), table<TemplateRow>([
        { title: t('template'), cell: (r) => h('a', { href: to.template(r.template) }, `${t('template')} ${r.template}`), sort: (r) => r.template },
        { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
        { title: t('summary'), cell: (r) => h('span', { class: 'text' }, templateText(r.text)) },
      ], data.templates, t('templates'))),
      section(t('records'), recordsTable(data.members, t('records'), data.members_total)),
      data.visits.length > 0 && section(t('visits'), visitsTable(data.visits)),
      data.circuits && data.circuits.length > 0 && section(t('circuits'), note(t('circuitsHelp')), circuitsTable(data.circuits)),
      moves(data),
      data.flows.length > 0 && section(t('money'), flows(data.flows)),
      otherLists(data as unknown as Record<string, unknown>, KNOWN),
    ],
  };
};
