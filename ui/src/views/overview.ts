// The case as a whole: what was read, rejected and found, and how far its probabilities can be trusted.
import { get, type Summary } from '../api';
import { calibration } from '../charts/calibration';
import { h } from '../dom';
import { number, size } from '../format';
import { address } from '../router';
import { entitiesTable, networksTable, note, section, totalWord } from '../parts';
import { table } from '../table';
import { t, word } from '../texts';
import type { View } from './view';

const FOUND = ['networks', 'entities', 'links', 'templates', 'identifiers'];

export const overview: View = async () => {
  const summary = await get<Summary>('/api/case');
  const total = (name: string) => summary.totals[name] ?? 0;
  const figure = (name: string, href?: string) => h('li', {}, h('strong', {}, number(total(name))), ' ', href ? h('a', { href }, totalWord(name)) : totalWord(name));
  const rejects = summary.rejects.length === 0 ? note(t('nothingRejected')) : table<Summary['rejects'][number]>([
    { title: t('sources'), cell: (r) => r.resource, sort: (r) => r.resource },
    { title: t('column'), cell: (r) => r.column, sort: (r) => r.column },
    { title: t('reason'), cell: (r) => r.reason, sort: (r) => r.reason },
    { title: t('count'), cell: (r) => number(r.count), sort: (r) => r.count, isNumber: true },
    { title: t('line'), cell: (r) => number(r.line), isNumber: true },
  ], summary.rejects, t('rejects'));
  return {
    title: t('overview'), kicker: summary.title,
    content: [
      h('ul', { class: 'figures' }, figure('records'), figure('rejected'), FOUND.map((name) => figure(name, name === 'networks' ? address('networks') : undefined))),
      section(t('networks'), networksTable(summary.networks.slice(0, 10), total('networks')), h('p', {}, h('a', { href: address('networks') }, `${t('networks')} →`))),
      h('div', { class: 'pair' },
        section(t('calibration'), calibration(summary.calibration)),
        section(t('rejects'), rejects)),
      section(t('entities'), entitiesTable(summary.entities.slice(0, 10), total('entities'))),
      section(t('sources'), table<Summary['resources'][number]>([
        { title: t('sources'), cell: (r) => r.name, sort: (r) => r.name },
        { title: t('kind'), cell: (r) => word('kind', r.kind), sort: (r) => r.kind },
        { title: t('file'), cell: (r) => r.path, sort: (r) => r.path },
        { title: t('read'), cell: (r) => number(r.records), sort: (r) => r.records, isNumber: true },
        { title: t('rejected'), cell: (r) => number(r.rejected), sort: (r) => r.rejected, isNumber: true },
        { title: t('bytes'), cell: (r) => size(r.bytes), sort: (r) => r.bytes, isNumber: true },
        { title: 'SHA-256', cell: (r) => h('code', { class: 'digest' }, r.sha256) },
      ], summary.resources, t('sources'))),
    ],
  };
};
