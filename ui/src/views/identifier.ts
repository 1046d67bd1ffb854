// What else is tied to a value.
import { get, type Identifier } from '../api';
import { decideForm } from '../decide';
import { h } from '../dom';
import { bits, number, percent } from '../format';
import { entityLink, facts, identifiersTable, networkLink, note, recordsTable, section } from '../parts';
import { table } from '../table';
import { ownership, t, word } from '../texts';
import type { View } from './view';

export const identifier: View = async ({ query }) => {
  const value = query.get('value') ?? '';
  const { identifiers } = await get<{ identifiers: Identifier[] }>('/api/identifier', { value });
  const shown = identifiers[0]?.value ?? value;
  return {
    title: shown, kicker: identifiers.map((one) => word('type', one.type)).join(', '),
    content: identifiers.map((one) => h('div', {},
      facts([t('type'), word('type', one.type)], [t('records'), number(one.records)], [t('ownership'), one.ownership ? ownership(one.ownership) : null],
        [t('bits'), one.bits === undefined ? null : bits(one.bits)], [t('exclusive'), one.exclusive === undefined ? null : percent(one.exclusive)]),
      one.partial && note(t('bestOf', { n: number(2000) })),
      one.entities.length > 0 && section(t('usedBy'), table<Identifier['entities'][number]>([
        { title: t('entity'), cell: (r) => entityLink(r.entity), sort: (r) => r.entity },
        { title: t('network'), cell: (r) => networkLink(r.network), sort: (r) => r.network ?? 0 },
        { title: t('records'), cell: (r) => `${number(r.records)} / ${number(r.all)}`, sort: (r) => r.records, isNumber: true },
      ], one.entities, t('usedBy'))),
      one.beside.length > 0 && section(t('beside'), identifiersTable(one.beside, t('beside'))),
      section(t('inRecords'), recordsTable(one.uses, t('inRecords'), one.records)),
      section(t('decide'), decideForm({ a: `${one.type} ${one.value}`, words: ['generic', 'exclusive'] })))),
  };
};
