// The sum of bits, summand by summand: what speaks for goes right, what speaks against goes left.
import type { Evidence, LinkRow } from '../api';
import { h, svg, type Child } from '../dom';
import { bits, odds, percent } from '../format';
import { recordLink, valueLink } from '../parts';
import { to } from '../router';
import { ownership, t, word } from '../texts';

const WIDTH = 320, HEIGHT = 18;

function label(e: Evidence): Child {
  if (e.kind === 'prior') return t('prior');
  if (e.kind === 'template') return [word('type', 'template'), ' ', e.template ? h('a', { href: to.template(e.template) }, `${t('template')} ${e.template}`) : null];
  if (e.kind === 'identifier') return [word('type', e.type ?? 'identifier'), ' ', e.value ? valueLink(e.type ?? '', e.value) : null];
  return [word('type', e.kind), e.level ? ` (${e.level})` : ''];
}

function detail(e: Evidence): Child {
  if (e.detail) return ownership(e.detail);
  return e.values ? e.values[0] === e.values[1] ? `“${e.values[0]}”` : `“${e.values[0]}” · “${e.values[1]}”` : null;
}

function sources(e: Evidence): Child {
  return e.sources?.length ? h('span', { class: 'sources' }, e.sources.slice(0, 4).map((s) => [' ', recordLink(s.record), ` ${s.column} ${s.start}–${s.end}`])) : null;
}

function bar(from: number, until: number, low: number, high: number, isSum: boolean): SVGElement {
  const x = (value: number) => ((value - low) / (high - low || 1)) * WIDTH;
  const left = Math.min(x(from), x(until)), width = Math.max(Math.abs(x(until) - x(from)), 1.5);
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'waterfall-bar', 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('line', { x1: x(0), x2: x(0), y1: 0, y2: HEIGHT, class: 'zero' }),
    svg('rect', { x: left, y: 3, width, height: HEIGHT - 6, rx: 1.5, class: isSum ? 'sum' : until >= from ? 'for' : 'against' }));
}

export function waterfall(link: LinkRow): HTMLElement {
  let at = 0, low = 0, high = 0;
  const steps = link.evidence.map((e) => {
    const from = at;
    at += e.bits;
    low = Math.min(low, at);
    high = Math.max(high, at);
    return { e, from, until: at };
  });
  low = Math.min(low, link.bits);
  high = Math.max(high, link.bits);
  return h('table', { class: 'waterfall' },
    h('caption', { class: 'unseen' }, t('evidence')),
    h('thead', { class: 'unseen' }, h('tr', {}, h('th', { scope: 'col' }, t('evidence')), h('th', { scope: 'col' }, t('bits')), h('td'))),
    h('tbody', {},
      steps.map(({ e, from, until }) => h('tr', {},
        h('th', { scope: 'row' }, label(e), h('small', {}, detail(e), sources(e))),
        h('td', { class: 'number' }, bits(e.bits)),
        h('td', { class: 'bar' }, bar(from, until, low, high, false)))),
      h('tr', { class: 'total' },
        h('th', { scope: 'row' }, t('sum'), h('small', {}, `${t('odds')} ${odds(link.bits)} · ${t('probability')} ${percent(link.probability)}`, Math.abs(at - link.bits) > 1 ? ` · ${t('sumCut')}` : null)),
        h('td', { class: 'number' }, bits(link.bits)),
        h('td', { class: 'bar' }, bar(0, link.bits, low, high, true)))));
}
