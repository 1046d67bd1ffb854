// Records by their words; a value or a record that is named whole is offered first.
import { get, type Identifier, type RecordRow } from '../api';
import { h, type Child } from '../dom';
import { number } from '../format';
import { note, recordLink, recordsTable, valueLink } from '../parts';
import { t, word } from '../texts';
import type { View } from './view';

type Hit = RecordRow & { snippet: string };

// The server puts hits into [brackets].
const snippet = (text: string): Child => text.split(/(\[[^\]]*\])/).map((part) => (/^\[.*\]$/.test(part) ? h('mark', {}, part.slice(1, -1)) : part));

async function named(words: string): Promise<Child> {
  const [value, record] = await Promise.all([
    get<{ identifiers: Identifier[] }>('/api/identifier', { value: words.replace(/^(\+?)([\d ().-]{6,})$/, (_, plus: string, rest: string) => plus + rest.replace(/\D/g, '')) }).catch(() => null),
    words.includes('/') ? get<RecordRow>('/api/record', { name: words }).catch(() => null) : null]);
  const found: Child[] = [record && h('li', {}, `${t('record')} `, recordLink(record.record)),
    value?.identifiers.map((one) => h('li', {}, `${word('type', one.type)} `, valueLink(one.type, one.value), ` – ${t('recordsN', { n: number(one.records) })}`))];
  return record || value ? h('ul', { class: 'named' }, found) : null;
}

export const search: View = async ({ query }) => {
  const words = query.get('words') ?? '';
  const [first, answer] = await Promise.all([named(words), get<{ total: number; hits: Hit[] }>('/api/search', { words, limit: 100 })]);
  return {
    title: t('search'), kicker: t('hits', { n: number(answer.total), words }),
    content: [first, answer.hits.length === 0 ? note(t('nothing')) : recordsTable<Hit>(answer.hits.map((hit) => ({ ...hit, summary: '' })), t('records'), answer.total,
      [{ title: '…', cell: (r) => snippet(r.snippet) }])],
  };
};
