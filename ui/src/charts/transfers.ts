// Where money goes, drawn as the report draws it: accounts that only pay stand left, those that only receive right, the others
// between; the largest transfers of one currency, the wider the more.
import type { Transfer } from '../api';
import { h, svg, type Child } from '../dom';
import { number } from '../format';
import { valueLink } from '../parts';
import { table } from '../table';
import { t } from '../texts';

const NODES = 18, EDGES = 22, WIDTH = 860, ROW = 30, BOX = 216, BOX_HEIGHT = 22, LETTERS = 26;

interface Account { key: string; name: string; isInside: boolean; pays: boolean; gets: boolean; column: number; y: number }
interface Edge { from: Account; to: Account; row: Transfer }

// Money that comes from nobody and money that goes to nobody are two nodes.
function gather(rows: Transfer[]): { nodes: Account[]; edges: Edge[] } {
  const nodes = new Map<string, Account>(), edges: Edge[] = [];
  const node = (name: string, isInside: boolean, end: string): Account => {
    const key = name || ` ${end}`;
    return nodes.get(key) ?? { key, name: name || t('nobody'), isInside, pays: false, gets: false, column: 1, y: 0 };
  };
  for (const row of rows) {
    const from = node(row.from, row.from_inside, 'from'), to = node(row.to, row.to_inside, 'to');
    const added = [from, to].filter((one) => !nodes.has(one.key)).length;
    if (row.currency !== rows[0]?.currency || edges.length === EDGES || nodes.size + added > NODES) continue;
    nodes.set(from.key, from).set(to.key, to);
    from.pays = to.gets = true;
    edges.push({ from, to, row });
  }
  return { nodes: [...nodes.values()], edges };
}

// Places the accounts; how many rows the fullest column has.
function arrange(nodes: Account[]): number {
  nodes.forEach((one) => { one.column = one.pays && one.gets ? 1 : one.gets ? 2 : 0; });
  const columns = [0, 1, 2].map((column) => nodes.filter((one) => one.column === column));
  const rows = Math.max(...columns.map((column) => column.length));
  columns.forEach((column) => column.forEach((one, i) => { one.y = ROW * (rows / column.length) * (i + 0.5); }));
  return rows;
}

const left = (one: Account): number => one.column * (WIDTH - BOX) / 2;
const short = (name: string): string => (name.length > LETTERS ? `${name.slice(0, 15)}…${name.slice(-8)}` : name);

function line(edge: Edge, most: number): SVGElement {
  const from = left(edge.from) + BOX, to = left(edge.to), bend = Math.max(Math.abs(to - from) / 2, 50);
  return svg('path', { class: 'transfer', 'stroke-width': 1 + 7 * Math.sqrt(Number(edge.row.amount) / most), d: `M${from} ${edge.from.y}C${from + bend} ${edge.from.y} ${to - bend} ${edge.to.y} ${to} ${edge.to.y}` },
    svg('title', {}, `${edge.from.name} → ${edge.to.name}: ${number(Number(edge.row.amount), 2)} ${edge.row.currency}`));
}

function box(one: Account): Child {
  return [svg('rect', { class: one.isInside ? 'account inside' : 'account', x: left(one), y: one.y - BOX_HEIGHT / 2, width: BOX, height: BOX_HEIGHT, rx: 4 }),
    svg('text', { x: left(one) + BOX / 2, y: one.y + 4, 'text-anchor': 'middle' }, short(one.name), svg('title', {}, one.name))];
}

export function transfers(rows: Transfer[]): HTMLElement {
  const { nodes, edges } = gather(rows);
  const most = Math.max(...edges.map((one) => Number(one.row.amount)), 1);
  const end = (value: string): Child => (value ? valueLink('account', value) : h('span', { class: 'note' }, t('nobody')));
  const height = ROW * arrange(nodes);
  return h('figure', {},
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('moneyFlow') }, svg('svg', { class: 'transfers', viewBox: `-1 0 ${WIDTH + 2} ${height}`, role: 'img', 'aria-label': t('moneyFlow') },
      edges.map((one) => line(one, most)), nodes.map(box))),
    h('figcaption', {}, t('moneyFlowHelp', { x: rows[0]?.currency ?? '' }), edges.length < rows.length ? ` ${t('transfersLeft', { n: number(rows.length - edges.length) })}` : null),
    h('details', {}, h('summary', {}, t('asTable')), table<Transfer>([
      { title: t('from'), cell: (r) => end(r.from), sort: (r) => r.from },
      { title: t('to'), cell: (r) => end(r.to), sort: (r) => r.to },
      { title: t('kind_payment'), cell: (r) => number(r.payments), sort: (r) => r.payments, isNumber: true },
      { title: t('amount'), cell: (r) => `${number(Number(r.amount), 2)} ${r.currency}`, sort: (r) => Number(r.amount), isNumber: true },
    ], rows, t('moneyFlow'))));
}
