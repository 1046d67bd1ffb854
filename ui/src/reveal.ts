// A pseudonym as a button. What it stands for is shown to somebody who says their name and purpose, once: the log has its
// entry first, and what was shown leaves the page with the dialog.
import { post } from './api';
import { whoDecides } from './decide';
import { freshId, h, replace, type Child } from './dom';
import { note, recordLink } from './parts';
import { t, word } from './texts';
import { failure } from './views/failure';

interface Revealed { pseudonym: string; type: string; value: string; places: { record: string; party: string; column?: string }[] }

const PSEUDONYM = /(\bP-[0-9a-f]{8}\b)/;

function shown(found: Revealed): Child {
  return [h('p', { class: 'revealed' }, h('span', {}, word('type', found.type)), ' ', h('strong', {}, found.value)), note(t('revealOnce')),
    h('ul', { class: 'named' }, found.places.map((one) => h('li', {}, recordLink(one.record), ` ${one.party}${one.column ? ` (${one.column})` : ''}`)))];
}

function ask(pseudonym: string): void {
  const title = freshId('reveal');
  const told = h('div', { 'aria-live': 'polite' });
  const who = h('input', { id: `${title}-who`, required: true, maxlength: 200, value: whoDecides(), autocomplete: 'name' });
  const purpose = h('input', { id: `${title}-purpose`, required: true, maxlength: 1000, autocomplete: 'off', placeholder: t('revealHint') });
  const form = h('form', { class: 'decide', onsubmit: (event) => {
    event.preventDefault();
    if (!who.value.trim() || !purpose.value.trim()) { replace(told, note(t('revealNeeds'))); return; }
    localStorage.setItem('who', who.value.trim());
    post<Revealed>('/api/reveal', { pseudonym, who: who.value.trim(), purpose: purpose.value.trim() })
      .then((found) => { if (dialog.open) { form.remove(); replace(told, shown(found)); done.focus(); } }, (error) => replace(told, failure(error)));
  } },
  h('p', {}, h('label', { for: who.id }, t('yourName')), who), h('p', {}, h('label', { for: purpose.id }, t('purpose')), purpose),
  h('button', { type: 'submit' }, t('revealDo')));
  const done = h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('close'));
  const dialog = h('dialog', { 'aria-labelledby': title, onclose: () => dialog.remove(), onclick: (event) => { if ((event.target as Element).closest('a')) dialog.close(); } },
    h('h2', { id: title }, t('reveal', { x: pseudonym })), note(t('revealHelp')), form, told,
    h('p', {}, done));
  document.body.appendChild(dialog);
  dialog.showModal();
  (who.value ? purpose : who).focus();
}

export function pseudonymButton(pseudonym: string): HTMLElement {
  return h('button', { type: 'button', class: 'value reveal', title: t('reveal', { x: pseudonym }), 'aria-label': t('reveal', { x: pseudonym }), onclick: () => ask(pseudonym) }, pseudonym);
}

// A text of the case, its pseudonyms as buttons.
export function withPseudonyms(text: string): Child {
  return text.split(PSEUDONYM).map((part) => (PSEUDONYM.test(part) ? pseudonymButton(part) : part));
}
