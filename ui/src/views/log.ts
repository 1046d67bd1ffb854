// What was done with the case, and the head that proves it.
import { get } from '../api';
import { h } from '../dom';
import { minute, number } from '../format';
import { facts, note } from '../parts';
import { table } from '../table';
import { t } from '../texts';
import type { View } from './view';

interface Entry { entry: number; time: string; verb: string; command: string; records: number; object: string | null; parameters: string | null; actor: string | null; purpose: string | null; signed: boolean }
interface Log { entries: Entry[]; head: { size: number; time: string; root: string; signature: string; key: string } }

export const log: View = async () => {
  const { entries, head } = await get<Log>('/api/log');
  return {
    title: t('log'),
    content: [
      note(t('logHelp')),
      facts([t('count'), number(head.size)], [t('time'), minute(head.time)], [t('root'), h('code', { class: 'digest' }, head.root)]),
      table<Entry>([
        { title: '#', cell: (r) => number(r.entry), sort: (r) => r.entry, isNumber: true },
        { title: t('time'), cell: (r) => h('span', { class: 'nowrap' }, minute(r.time)), sort: (r) => r.time },
        { title: t('what'), cell: (r) => h('span', { lang: 'en' }, `${r.verb} (${r.command})`), sort: (r) => r.verb },
        { title: t('records'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
        { title: t('about'), cell: (r) => r.object ?? '–' },
        { title: t('by'), cell: (r) => r.actor ?? '–', sort: (r) => r.actor ?? '' },
        { title: t('purpose'), cell: (r) => r.purpose ?? '–', sort: (r) => r.purpose ?? '' },
      ], [...entries].reverse(), t('log')),
    ],
  };
};
