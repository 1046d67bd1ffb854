// A table of rows that can be sorted by a click or a key on a column's name. Rows are few: the server bounds them.
import { h, replace, type Child } from './dom';
import { number } from './format';
import { t } from './texts';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => Child;
  sort?: (row: Row) => number | string;
  isNumber?: boolean;
}

const STEP = 12; // a view stays readable; more is one key away

// The body of rows[0 .. shown), and a button for more. total: how many there are beyond what was sent.
export function table<Row>(columns: Column<Row>[], rows: Row[], caption: string, total = rows.length): HTMLElement {
  const body = h('tbody');
  const foot = h('p', { class: 'note' });
  let order = [...rows], sorted = -1, isUp = false, shown = STEP;

  const fill = () => {
    replace(body, order.slice(0, shown).map((row) => h('tr', {}, columns.map((column) =>
      h('td', { class: column.isNumber ? 'number' : null }, column.cell(row))))));
    const left = Math.min(order.length, rows.length) - shown;
    replace(foot, left > 0 && h('button', { class: 'quiet', type: 'button', onclick: () => { shown += STEP * 8; fill(); } }, `${t('more')} (${number(left)})`),
      left <= 0 && total > rows.length && t('rowsLeft', { n: number(total - rows.length) }));
  };

  const heads = columns.map((column, at) => {
    const key = column.sort;
    if (!key) return h('th', { scope: 'col', class: column.isNumber ? 'number' : null }, column.title);
    const cell = h('th', { scope: 'col', class: column.isNumber ? 'number' : null },
      h('button', { type: 'button', class: 'sort', title: t('sortBy', { x: column.title }), onclick: () => {
        isUp = sorted === at ? !isUp : !column.isNumber;
        sorted = at;
        order = [...rows].sort((a, b) => {
          const x = key(a), y = key(b);
          return (x < y ? -1 : x > y ? 1 : 0) * (isUp ? 1 : -1);
        });
        heads.forEach((one) => one.removeAttribute('aria-sort'));
        cell.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
        fill();
      } }, column.title));
    return cell;
  });
  fill();
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', {}, h('caption', { class: 'unseen' }, caption), h('thead', {}, h('tr', {}, heads)), body), foot);
}
