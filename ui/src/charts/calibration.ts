// Claimed against actual probabilities: on the line, claims are kept.
import type { Calibration } from '../api';
import { h, svg } from '../dom';
import { number, percent } from '../format';
import { note } from '../parts';
import { t } from '../texts';

const SIDE = 260, EDGE = 42;

export function calibration(data: Calibration): HTMLElement {
  const bins = data.bins.filter((bin) => bin.actual !== null);
  if (!bins.length) return note(t('calibrationFew'));
  const x = (share: number) => EDGE + share * SIDE, y = (share: number) => EDGE / 3 + (1 - share) * SIDE;
  const most = Math.max(...bins.map((bin) => bin.count));
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const chart = svg('svg', { viewBox: `0 0 ${SIDE + EDGE * 1.5} ${SIDE + EDGE * 1.4}`, class: 'calibration', role: 'img', 'aria-label': t('calibration') },
    ticks.map((share) => [
      svg('line', { class: 'grid', x1: x(share), x2: x(share), y1: y(0), y2: y(1) }), svg('line', { class: 'grid', x1: x(0), x2: x(1), y1: y(share), y2: y(share) }),
      svg('text', { x: x(share), y: y(0) + 16, 'text-anchor': 'middle' }, String(share)), svg('text', { x: x(0) - 7, y: y(share) + 4, 'text-anchor': 'end' }, String(share))]),
    svg('line', { class: 'ideal', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    bins.map((bin) => svg('circle', { class: 'bin', cx: x(bin.claimed), cy: y(Math.min(bin.actual ?? 0, 1)), r: 3 + 9 * Math.sqrt(bin.count / most) },
      svg('title', {}, `${t('claimed')} ${percent(bin.claimed)}, ${t('actual')} ${percent(bin.actual ?? 0)}, ${number(bin.count)}`))),
    svg('text', { class: 'axis', x: x(0.5), y: y(0) + 34, 'text-anchor': 'middle' }, t('claimed')),
    svg('text', { class: 'axis', x: 11, y: y(0.5), 'text-anchor': 'middle', transform: `rotate(-90 11 ${y(0.5)})` }, t('actual')));
  return h('figure', { class: 'narrow' }, chart, h('figcaption', {}, t('calibrationHelp', { n: number(data.pairs) })));
}
