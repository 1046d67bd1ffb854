// What is shown where an answer fails.
import { ApiError } from '../api';
import { h } from '../dom';
import { t } from '../texts';

export function failure(error: unknown): HTMLElement {
  if (error instanceof ApiError && error.code === 401)
    return h('div', { class: 'failure', role: 'alert' }, h('p', {}, t('noSession')), h('p', { class: 'note' }, t('noSessionMore')));
  return h('div', { class: 'failure', role: 'alert' }, h('p', {}, t('failed')), h('p', { class: 'note', lang: 'en' }, error instanceof Error ? error.message : String(error)));
}
