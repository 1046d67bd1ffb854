// What came into each account, what left it, and what was passed on within the window; the shapes that payments make.
import type { Flow, Motif } from '../api';
import { h, svg, type Child } from '../dom';
import { bits, day, number } from '../format';
import { basis, valueLink } from '../parts';
import { table } from '../table';
import { t, word } from '../texts';

const WIDTH = 150, HEIGHT = 26;

function bars(flow: Flow, most: number): Child {
  const width = (value: string) => Math.max((Number(value) / most) * WIDTH, Number(value) > 0 ? 1 : 0);
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'flow-bars', 'aria-hidden': 'true' },
    svg('rect', { class: 'in', x: 0, y: 2, height: 9, width: width(flow.in) }), svg('rect', { class: 'out', x: 0, y: 14, height: 9, width: width(flow.out) }),
    svg('rect', { class: 'passed', x: 0, y: 11, height: 3, width: width(flow.passed) }));
}

export function flows(rows: Flow[]): HTMLElement {
  const most = Math.max(...rows.map((row) => Math.max(Number(row.in), Number(row.out))), 1);
  const money = (value: string, currency: string) => h('span', { class: 'nowrap' }, `${number(Number(value), 0)} ${currency}`);
  return h('figure', {}, table<Flow>([
    { title: t('account'), cell: (r) => valueLink('account', r.account), sort: (r) => r.account },
    { title: t('kind'), cell: (r) => [word('account', r.kind), r.reason ? h('details', {}, h('summary', {}, `${t('why')}?`), h('small', { lang: 'en' }, r.reason)) : null], sort: (r) => r.kind },
    { title: t('moneyIn'), cell: (r) => money(r.in, r.currency), sort: (r) => Number(r.in), isNumber: true },
    { title: t('moneyOut'), cell: (r) => money(r.out, r.currency), sort: (r) => Number(r.out), isNumber: true },
    { title: t('passed'), cell: (r) => money(r.passed, r.currency), sort: (r) => Number(r.passed), isNumber: true },
    { title: `${t('moneyIn')} / ${t('moneyOut')}`, cell: (r) => bars(r, most) },
    { title: t('payers'), cell: (r) => number(r.payers), sort: (r) => r.payers, isNumber: true },
    { title: t('payees'), cell: (r) => number(r.payees), sort: (r) => r.payees, isNumber: true },
    { title: t('dwell'), cell: (r) => (r.dwell_days === null ? '' : number(r.dwell_days, 1)), sort: (r) => r.dwell_days ?? -1, isNumber: true },
  ], rows, t('money')));
}

export function motifs(rows: Motif[]): HTMLElement {
  return table<Motif>([
    { title: t('shape'), cell: (r) => word('motif', r.kind), sort: (r) => r.kind },
    { title: t('account'), cell: (r) => [valueLink('account', r.account), r.to ? [' → ', valueLink('account', r.to)] : null], sort: (r) => r.account },
    { title: t('accounts'), cell: (r) => number(r.accounts), sort: (r) => r.accounts, isNumber: true },
    { title: t('kind_payment'), cell: (r) => number(r.payments), sort: (r) => r.payments, isNumber: true },
    { title: t('amount'), cell: (r) => h('span', { class: 'nowrap' }, `${number(Number(r.amount))} ${r.currency}`), sort: (r) => Number(r.amount), isNumber: true },
    { title: t('seen'), cell: (r) => h('span', { class: 'nowrap' }, `${day(r.from)} – ${day(r.until)}`), sort: (r) => r.from },
    { title: t('bits'), cell: (r) => bits(r.bits), sort: (r) => r.bits, isNumber: true },
    { title: t('restsOn'), cell: (r) => basis(r.records, r.payments) },
  ], rows, t('motifs'));
}
