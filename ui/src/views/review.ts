// The links that a person should look at first, one after the other.
import { get, type RecordRow, type ReviewLink } from '../api';
import { waterfall } from '../charts/waterfall';
import { decideForm } from '../decide';
import { h, replace, type Child } from '../dom';
import { number, percent } from '../format';
import { entityLink, note, recordLink, recordsTable } from '../parts';
import { to } from '../router';
import { t } from '../texts';
import type { View } from './view';

export const review: View = async () => {
  const { links } = await get<{ links: ReviewLink[] }>('/api/review', { limit: 50 });
  if (!links.length) return { title: t('review'), content: note(t('reviewNone')) };
  let at = 0;
  const card = h('div', { class: 'review-card' });
  const side = (name: string, entity: number | null | undefined): Child => h('div', { class: 'side' }, recordLink(name), h('small', {}, entityLink(entity ?? null)));
  const show = () => {
    const link = links[at];
    if (!link) return;
    const both = h('div');
    Promise.all([link.from, link.to].map((name) => get<RecordRow>('/api/record', { name }))).then((rows) => replace(both, recordsTable(rows, t('records'))), () => undefined);
    const other = link.joined ? 1 - link.probability : link.probability;
    const form = decideForm({ a: `${link.from}:${link.from_party}`, b: `${link.to}:${link.to_party}`, words: ['same', 'not-same', 'unsure'], isBatch: true, done: () => {
      links.splice(at, 1);
      at = Math.min(at, links.length - 1);
      if (links.length) show(); else replace(card, note(t('reviewNone')));
    } });
    replace(card,
      h('p', { class: 'turn' },
        h('button', { type: 'button', class: 'quiet', disabled: at === 0, onclick: () => { at--; show(); } }, `← ${t('previous')}`),
        h('span', { 'aria-live': 'polite' }, t('reviewOf', { a: at + 1, b: links.length })),
        h('button', { type: 'button', class: 'quiet', disabled: at === links.length - 1, onclick: () => { at++; show(); } }, `${t('next')} →`)),
      h('div', { class: 'sides' }, side(link.from, link.entities[0]), h('span', { class: link.joined ? 'state joined' : 'state' }, link.joined ? t('nowTogether') : t('nowApart')), side(link.to, link.entities[1])),
      note(t('reviewMoves', { n: number(link.moved), p: percent(other) })),
      both, waterfall(link),
      h('p', {}, h('a', { href: to.compare(`${link.from}:${link.from_party}`, `${link.to}:${link.to_party}`) }, t('whyTogether'))),
      form);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!card.isConnected) { document.removeEventListener('keydown', onKey); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea, select')) return;
    const radios: Record<string, string> = { s: 'same', d: 'not-same', u: 'unsure' };
    if (event.key === 'j' && at < links.length - 1) { at++; show(); }
    else if (event.key === 'k' && at > 0) { at--; show(); }
    else if (radios[event.key]) {
      const radio = card.querySelector<HTMLInputElement>(`input[value="${radios[event.key]}"]`);
      if (radio) radio.checked = true;
      card.querySelector<HTMLInputElement>('input[name=because]')?.focus();
    } else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  show();
  return { title: t('review'), content: [note(t('reviewHelp')), card] };
};
