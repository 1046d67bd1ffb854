// Files to take from here.
import { post } from '../api';
import { h, replace } from '../dom';
import { size } from '../format';
import { note } from '../parts';
import { t, type TextKey } from '../texts';
import { failure } from './failure';
import type { View } from './view';

interface Made { export: number; files: { name: string; bytes: number }[] }
// Those of bowline export, and the report.
const FORMATS: [string, TextKey][] = [['report', 'exportReport'], ['csv', 'exportCsv'], ['graphml', 'exportGraphml'], ['gexf', 'exportGexf'], ['i2', 'exportI2'], ['ftm', 'exportFtm'], ['stix', 'exportStix']];

function row(format: string, title: string): HTMLElement {
  const files = h('div', { 'aria-live': 'polite' });
  const button = h('button', { type: 'button', 'aria-label': `${t('make')}: ${title}`, onclick: () => {
    button.disabled = true;
    replace(files, note(t('making')));
    post<Made>('/api/exports', { format }).then((made) => replace(files, h('ul', { class: 'files' }, made.files.map((file) =>
      h('li', {}, h('a', { href: `/api/exports/${made.export}?${new URLSearchParams({ name: file.name })}`, download: file.name }, t('take', { file: file.name, n: size(file.bytes) })))))),
    (error) => replace(files, failure(error))).finally(() => { button.disabled = false; });
  } }, t('make'));
  return h('section', { class: 'export' }, h('h2', {}, title), button, files);
}

export const exports: View = async () => ({
  title: t('exports'),
  content: [note(t('exportHelp')), FORMATS.map(([format, key]) => row(format, t(key)))],
});
