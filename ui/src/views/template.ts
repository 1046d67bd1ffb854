// A text and its slots, and the texts that were written from it, laid beside it.
import { get, type Piece, type Template } from '../api';
import { decideForm } from '../decide';
import { h, type Child } from '../dom';
import { bits, number } from '../format';
import { facts, recordLink, section } from '../parts';
import { table } from '../table';
import { t, word } from '../texts';
import { templateText } from './entity';
import type { View } from './view';

export const template: View = async ({ number: id }) => {
  const data = await get<Template>(`/api/templates/${id}`);
  const typeOf = (slot?: number) => data.slots.find((one) => one.slot === slot)?.type ?? 'free';
  const piece = (one: Piece): Child => {
    if (one.kind === 'slot') return h('span', { class: `slot slot-${typeOf(one.slot)}`, title: word('type', typeOf(one.slot)) }, one.text);
    if (one.kind === 'missing') return h('del', {}, one.text);
    return one.kind === 'added' ? h('ins', {}, one.text) : one.kind === 'moved' ? h('span', { class: 'moved' }, one.text) : one.text;
  };
  return {
    title: `${t('template')} ${id}`, kicker: t('recordsN', { n: number(data.records) }),
    content: [
      h('p', { class: 'text large' }, templateText(data.text)),
      facts([t('records'), number(data.records)], [t('bits'), bits(data.bits)]),
      data.slots.length > 0 && section(t('slots'), table<Template['slots'][number]>([
        { title: '#', cell: (r) => number(r.slot), sort: (r) => r.slot, isNumber: true },
        { title: t('type'), cell: (r) => h('span', { class: `slot slot-${r.type}` }, word('type', r.type)), sort: (r) => r.type },
        { title: t('count'), cell: (r) => number(r.values_total), sort: (r) => r.values_total, isNumber: true },
        { title: t('value'), cell: (r) => r.values.map((one, i) => `${i ? ', ' : ''}${one.value} (${number(one.records)})`) },
      ], data.slots, t('slots'))),
      section(t('aligned'), table<Template['members'][number]>([
        { title: t('record'), cell: (r) => recordLink(r.record), sort: (r) => r.record },
        { title: t('summary'), cell: (r) => h('span', { class: 'text' }, r.pieces.map(piece)) },
        { title: t('bits'), cell: (r) => bits(r.bits), sort: (r) => r.bits, isNumber: true },
      ], data.members, t('aligned'), data.records)),
      section(t('decide'), decideForm({ a: `template ${id}`, words: ['generic', 'exclusive'] })),
    ],
  };
};
