// The networks, most bits first.
import { get, type NetworkRow } from '../api';
import { h } from '../dom';
import { number } from '../format';
import { address } from '../router';
import { networksTable, note } from '../parts';
import { t } from '../texts';
import type { View } from './view';

const PAGE = 50;

export const networks: View = async ({ query }) => {
  const first = Math.max(1, Number(query.get('first')) || 1);
  const { total, networks: rows } = await get<{ total: number; networks: NetworkRow[] }>('/api/networks', { first, limit: PAGE });
  const turn = (to: number, text: string) => h('a', { href: address('networks', 0, { first: String(to) }) }, text);
  return {
    title: t('networks'),
    content: [
      note(t('lead'), ' ', t('bitsHelp')),
      networksTable(rows, rows.length),
      h('p', { class: 'turn' }, first > 1 && turn(Math.max(1, first - PAGE), `← ${t('previous')}`),
        h('span', {}, `${number(rows.length ? first : 0)}–${number(first + rows.length - 1)} / ${number(total)}`),
        first + rows.length <= total && turn(first + PAGE, `${t('next')} →`)),
    ],
  };
};
