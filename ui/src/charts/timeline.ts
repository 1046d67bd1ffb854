// Records by month and kind.
import uPlot from 'uplot';
import type { Burst, Chart } from '../api';
import { h } from '../dom';
import { number } from '../format';
import { table } from '../table';
import { language, t, word } from '../texts';
import { colour, plot } from './plot';

// Months of more records than usual, shaded.
function shade(chart: uPlot, bursts: Burst[]): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = colour('--mark');
  ctx.globalAlpha = 0.6;
  for (const burst of bursts) {
    const until = new Date(`${burst.to}-01T00:00:00Z`);
    until.setUTCMonth(until.getUTCMonth() + 1);
    const from = Math.max(chart.valToPos(Date.parse(`${burst.from}-01T00:00:00Z`) / 1000, 'x', true), bbox.left);
    const end = Math.min(chart.valToPos(until.getTime() / 1000, 'x', true), bbox.left + bbox.width);
    ctx.fillRect(from, bbox.top, Math.max(end - from, 2), bbox.height);
  }
  ctx.restore();
}

export function timeline(months: Chart['months'], bursts: Burst[] = []): HTMLElement | null {
  const names = [...new Set(months.map((one) => one.month))].sort();
  const kinds = [...new Set(months.map((one) => one.kind))].sort();
  if (names.length < 2) return null;
  const count = (month: string, kind: string) => months.find((one) => one.month === month && one.kind === kind)?.records ?? 0;
  // A month without records is a zero, not a gap.
  const all: string[] = [];
  for (let at = names[0] ?? ''; at && at <= (names[names.length - 1] ?? '') && all.length < 600;) {
    all.push(at);
    const [year = 0, month = 0] = at.split('-').map(Number);
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  const data: uPlot.AlignedData = [all.map((month) => Date.parse(`${month}-01T00:00:00Z`) / 1000), ...kinds.map((kind) => all.map((month) => count(month, kind)))];
  const box = h('div', { class: 'timeline', role: 'img', 'aria-label': `${t('timeline')}: ${all[0]} – ${all[all.length - 1]}` });
  plot(box, 220, data, () => ({
    tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'UTC'), scales: { y: { range: (_, __, most) => [0, Math.max(most, 4)] } },
    fmtDate: () => (date) => date.toLocaleDateString(language(), { month: 'short', year: 'numeric' }), hooks: { drawClear: [(chart) => shade(chart, bursts)] },
    series: [{ label: t('month'), value: (_, time) => (time ? new Date(time * 1000).toISOString().slice(0, 7) : '') },
      ...kinds.map((kind, i) => ({ label: word('kind', kind), stroke: colour(`--tie-${(i % 6) + 1}`), width: 1.8, dash: i % 2 ? [6, 3] : undefined,
        points: { show: all.length < 40, size: 4 }, value: (_: uPlot, value: number | null) => (value === null ? '' : number(value)) }))],
  }));
  return h('figure', {}, box, h('figcaption', {}, t('timelineHelp'), bursts.length > 0 && ` ${t('burstsHelp')}`),
    h('details', {}, h('summary', {}, t('asTable')), table<string>([
      { title: t('month'), cell: (month) => month, sort: (month) => month },
      ...kinds.map((kind) => ({ title: word('kind', kind), cell: (month: string) => number(count(month, kind)), sort: (month: string) => count(month, kind), isNumber: true })),
    ], all, t('timeline'))));
}
