// A record as its source has it, what was found in it, and what it is linked to.
import { get, type FullRecord, type Observation } from '../api';
import { h, type Child } from '../dom';
import { minute, number, place } from '../format';
import { entityLink, facts, isPseudonym, networkLink, recordLink, recordsTable, section, valueLink } from '../parts';
import { withPseudonyms } from '../reveal';
import { to } from '../router';
import { table } from '../table';
import { t, word } from '../texts';
import { linksTable, templateText } from './entity';
import type { View } from './view';

interface Mark { start: number; end: number; type: string; value: string }

// Marks are bytes of UTF-8; the text is cut there. One that does not fit is left out: a hidden part moves those after it.
function marked(text: string, marks: Mark[]): Child {
  const bytes = new TextEncoder().encode(text), read = new TextDecoder();
  const out: Child[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > bytes.length || mark.end <= mark.start) continue;
    out.push(withPseudonyms(read.decode(bytes.slice(at, mark.start))));
    const inside = read.decode(bytes.slice(mark.start, mark.end));
    out.push(h('mark', { class: `type-${mark.type}`, title: `${word('type', mark.type)} ${mark.value}` },
      isPseudonym(mark.value) ? inside : h('a', { href: to.identifier(`${mark.type} ${mark.value}`) }, inside)));
    at = mark.end;
  }
  out.push(withPseudonyms(read.decode(bytes.slice(at))));
  return out;
}

export const record: View = async ({ query }) => {
  const data = await get<FullRecord>('/api/record', { name: query.get('name') ?? '' });
  const hasHidden = (column: string) => data.cells.some((cell) => cell.column === column && /P-[0-9a-f]{6,}/.test(cell.value));
  return {
    title: data.record, kicker: word('kind', data.kind),
    content: [
      facts([t('time'), data.time ? `${minute(data.time)}${data.until ? ` – ${minute(data.until)}` : ''}` : null], [t('place'), data.place && `${place(data.place)}${data.place_unsure ? ' ?' : ''}`],
        [t('entity'), entityLink(data.entity)], [t('network'), networkLink(data.network)], [t('duplicateOf'), data.duplicate_of && recordLink(data.duplicate_of)]),
      section(t('cells'), h('dl', { class: 'cells' }, data.cells.map((cell) => [
        h('dt', {}, cell.column, h('small', {}, cell.role)),
        h('dd', {}, marked(cell.value, hasHidden(cell.column) ? [] : data.identifiers.filter((one) => one.column === cell.column)))])),
      h('p', { class: 'source' }, `${t('whereFrom')}: `, t('sourceLine', { file: data.resource, line: number(data.line), a: number(data.byte), b: number(data.byte + data.length) }),
        h('code', { class: 'digest' }, ` SHA-256 ${data.sha256}`))),
      data.rejects.length > 0 && section(t('rejects'), table([
        { title: t('column'), cell: (r: { column: string; reason: string }) => r.column }, { title: t('reason'), cell: (r) => r.reason }], data.rejects, t('rejects'))),
      data.identifiers.length > 0 && section(t('foundIn'), table<FullRecord['identifiers'][number]>([
        { title: t('type'), cell: (r) => word('type', r.type), sort: (r) => r.type },
        { title: t('value'), cell: (r) => valueLink(r.type, r.value), sort: (r) => r.value },
        { title: t('party'), cell: (r) => r.party, sort: (r) => r.party },
        { title: t('column'), cell: (r) => `${r.column} ${r.start}–${r.end}`, sort: (r) => r.column },
        { title: t('form'), cell: (r) => r.form, sort: (r) => r.form },
      ], data.identifiers, t('foundIn'))),
      data.template && section(t('template'), h('p', { class: 'text' }, h('a', { href: to.template(data.template.template) }, `${t('template')} ${data.template.template}`),
        ` (${t('recordsN', { n: number(data.template.records) })}): `, templateText(data.template.text))),
      data.observations && data.observations.length > 0 && section(t('states'), table<Observation>([
        { title: t('kind'), cell: (r) => r.kind, sort: (r) => r.kind }, { title: t('value'), cell: (r) => (r.kind === 'place' ? place(r.value) : r.value) },
        { title: t('by'), cell: (r) => r.attribution }, { title: '“ ”', cell: (r) => h('q', {}, r.quote) },
      ], data.observations, t('states'))),
      data.speaks_of && data.speaks_of.length > 0 && section(t('speaksOf'), recordsTable(data.speaks_of, t('speaksOf'))),
      data.links.length > 0 && section(t('links'), linksTable(data.links)),
      section(t('compare'), compareForm(data.record)),
    ],
  };
};

export function compareForm(a = '', b = ''): HTMLElement {
  const one = h('input', { name: 'a', value: a, required: true, placeholder: 'ads/A-1', 'aria-label': `${t('record')} 1` });
  const two = h('input', { name: 'b', value: b, required: true, placeholder: 'ads/A-2', 'aria-label': `${t('record')} 2` });
  return h('form', { class: 'compare', onsubmit: (event) => { event.preventDefault(); location.hash = to.compare(one.value.trim(), two.value.trim()); } },
    one, two, h('button', { type: 'submit' }, `${t('why')}?`));
}
