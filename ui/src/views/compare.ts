// Two records: why they are, or are not, together.
import { get, type Change, type Rival, type Why } from '../api';
import { waterfall } from '../charts/waterfall';
import { decideForm } from '../decide';
import { h, replace, type Child } from '../dom';
import { bits, number } from '../format';
import { entityLink, note, recordLink, recordsTable, section, tiesTable } from '../parts';
import { t } from '../texts';
import { failure } from './failure';
import { compareForm } from './record';
import type { View } from './view';

export const english = (text: string): HTMLElement => h('p', { class: 'verdict', lang: 'en' }, text);

function changeWords(change: Change): Child {
  const what = [change.without.type ?? change.without.kind, change.without.value].filter(Boolean).join(' ');
  return h('li', {}, recordLink(change.from), ' – ', recordLink(change.to), ': ', t('without', { x: what, n: bits(change.left) }));
}

function rivalList(name: string, rivals: Rival[]): Child {
  return rivals.length > 0 && h('li', {}, recordLink(name), ': ', rivals.slice(0, 8).map((one, i) => [i ? ', ' : '', one.entity ? entityLink(one.entity) : recordLink(one.record), ` ${bits(one.bits)}`]));
}

function evidence(why: Why): Child {
  return [
    why.link && section(t('evidence'), waterfall(why.link)),
    why.path && why.path.length > 0 && section(t('path'), why.path.map((step, i) => h('div', { class: 'step' },
      h('h3', {}, `${t('step', { n: i + 1 })}: `, recordLink(step.from), ' – ', recordLink(step.to)), step.evidence ? waterfall(step) : note(step.because ?? '')))),
    why.ties && why.ties.length > 0 && section(t('ties'), tiesTable(why.ties, t('ties'))),
    why.blocks && why.blocks.length > 0 && section(t('blocks'), h('ul', { lang: 'en' }, why.blocks.map((one) => h('li', {}, `${one.by}: ${one.outcome}`)))),
    why.changes && why.changes.length > 0 && section(t('changes'), h('ul', {}, why.changes.slice(0, 8).map(changeWords))),
    why.rivals && why.rivals.a.length + why.rivals.b.length > 0 && section(t('rivals'), h('ul', {}, rivalList(why.a.record, why.rivals.a), rivalList(why.b.record, why.rivals.b))),
  ];
}

export const compare: View = async ({ query }) => {
  const a = query.get('a') ?? '', b = query.get('b') ?? '';
  if (!a || !b) return { title: t('compare'), content: compareForm(a, b) };
  const why = await get<Why>('/api/why', { a, b });
  const again = h('div', { 'aria-live': 'polite' });
  const look = h('button', { type: 'button', class: 'quiet', onclick: () => {
    replace(again, note(t('loading')));
    get<Why>('/api/why-not', { a, b }).then((answer) => replace(again, english(answer.sentence), evidence(answer)), (error) => replace(again, failure(error)));
  } }, t('whyNot'));
  return {
    title: t('compare'), kicker: [recordLink(why.a.record), ' · ', recordLink(why.b.record)],
    content: [
      english(why.sentence),
      recordsTable([why.a, why.b], t('records')),
      evidence(why),
      why.verdict !== 'same operator' && [h('p', {}, look, ' ', h('small', {}, t('whyNotSlow'))), again],
      section(t('decide'), decideForm({ a, b, words: ['not-same', 'same', 'unsure'], standing: why.decisions })),
      section(t('compareShort'), compareForm(a, b)),
      why.decisions && why.decisions.length > 0 && note(why.decisions.map((one) => h('a', { href: '#/decisions' }, `${t('decisions')} ${number(one.decision)} `))),
    ],
  };
};
