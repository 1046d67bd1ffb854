// How much a network was seen from year to year, where most, and how its groups were born, grew and parted.
import uPlot from 'uplot';
import type { Growth } from '../api';
import { h, type Child } from '../dom';
import { bits, number, percent, place } from '../format';
import { recordLink } from '../parts';
import { table } from '../table';
import { t, word } from '../texts';
import { colour, plot } from './plot';

function sentences(growth: Growth): Child {
  const { all, years } = growth;
  const leads = years.filter((one) => one.most === all?.most).length;
  return [
    all && h('p', {}, t('growthSays', { x: place(all.most), a: number(all.there), b: number(all.sightings), s: percent(all.there / all.sightings), l: number(leads), y: number(years.length), p: number(all.places) }),
      all.centre ? ` ${t('growthCentre', { x: place(all.centre), n: number(all.km) })}` : null),
    growth.bursts.length > 0 && h('ul', {}, growth.bursts.map((one) => h('li', {}, t('growthBurst', { a: one.from, b: one.to, n: number(one.records), m: number(one.expected), x: bits(one.bits) })))),
  ];
}

function bars(years: Growth['years']): Child {
  if (years.length < 2) return null;
  const box = h('div', { class: 'growth', role: 'img', 'aria-label': `${t('sightings')}: ${years.map((one) => `${one.year} ${one.sightings}`).join(', ')}` });
  const data: uPlot.AlignedData = [years.map((one) => one.year), years.map((one) => one.sightings)];
  const year = (value: number): string => (Number.isInteger(value) ? String(value) : '');
  plot(box, 190, data, () => ({
    legend: { show: false }, cursor: { show: false },
    scales: { x: { time: false, range: (_, low, high) => [low - 0.6, high + 0.6] }, y: { range: (_, __, most) => [0, Math.max(most * 1.1, 4)] } },
    axes: [{ grid: { show: false }, incrs: [1, 2, 5, 10], values: (_, ticks) => ticks.map(year) }, { size: 56, values: (_, ticks) => ticks.map((one) => number(one)) }],
    series: [{}, { stroke: colour('--accent'), fill: colour('--accent-soft'), width: 1.2, paths: uPlot.paths.bars?.({ size: [0.6, 90] }), points: { show: false } }],
  }));
  return h('figure', {}, box, h('figcaption', {}, t('growthHelp')));
}

export function growthView(growth: Growth): HTMLElement {
  return h('div', {}, sentences(growth), bars(growth.years),
    growth.years.length > 0 && h('details', {}, h('summary', {}, t('asTable')), table<Growth['years'][number]>([
      { title: t('year'), cell: (r) => String(r.year), sort: (r) => r.year, isNumber: true },
      { title: t('sightings'), cell: (r) => number(r.sightings), sort: (r) => r.sightings, isNumber: true },
      { title: t('places'), cell: (r) => number(r.places), sort: (r) => r.places, isNumber: true },
      { title: t('mostIn'), cell: (r) => `${place(r.most)} ${number(r.there)}`, sort: (r) => r.most },
      { title: t('centre'), cell: (r) => place(r.centre), sort: (r) => r.centre },
      { title: 'km', cell: (r) => number(r.km), sort: (r) => r.km, isNumber: true },
    ], growth.years, t('growth'))),
    growth.phases.length > 0 && h('details', {}, h('summary', {}, t('phases')), h('p', { class: 'note' }, t('phasesHelp')), table<Growth['phases'][number]>([
      { title: t('from'), cell: (r) => r.from, sort: (r) => r.from },
      { title: t('to'), cell: (r) => r.to, sort: (r) => r.to },
      { title: t('members'), cell: (r) => number(r.entities), sort: (r) => r.entities, isNumber: true },
      { title: t('event'), cell: (r) => [word('event', r.event), r.ends ? `, ${t('ends')}` : null], sort: (r) => r.event },
      { title: t('joined'), cell: (r) => number(r.joined), sort: (r) => r.joined, isNumber: true },
      { title: t('left'), cell: (r) => number(r.left), sort: (r) => r.left, isNumber: true },
      { title: 'Jaccard', cell: (r) => number(r.jaccard, 2), sort: (r) => r.jaccard, isNumber: true },
      { title: t('example'), cell: (r) => recordLink(r.record) },
    ], growth.phases, t('phases'))));
}
