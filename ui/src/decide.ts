// The form in which a person says what they know better than the evidence.
import { post, type Decision } from './api';
import { freshId, h, replace } from './dom';
import { note } from './parts';
import { changed, decided } from './run';
import { t, type TextKey } from './texts';
import { failure } from './views/failure';

interface Question {
  a: string;
  b?: string;
  words: TextKey[];      // what may be decided, the first is chosen
  standing?: Decision[]; // decisions that are there already
  isBatch?: boolean;     // several are made before the case is brought up to date
  done?: () => void;
}

export function whoDecides(): string {
  return localStorage.getItem('who') ?? '';
}

export function decideForm(question: Question): HTMLElement {
  const name = freshId('decide');
  const told = h('div', { 'aria-live': 'polite' });
  const because = h('input', { name: 'because', id: `${name}-because`, required: true, maxlength: 2000, placeholder: t('becauseHint'), autocomplete: 'off' });
  const who = h('input', { name: 'who', id: `${name}-who`, value: whoDecides(), maxlength: 200, autocomplete: 'name' });
  const run = h('input', { type: 'checkbox', id: `${name}-run`, checked: !question.isBatch });
  const form = h('form', { class: 'decide', onsubmit: (event) => {
    event.preventDefault();
    const what = form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;
    if (!because.value.trim()) { replace(told, note(t('needReason'))); because.focus(); return; }
    localStorage.setItem('who', who.value.trim());
    const body = { what, a: question.a, b: question.b, because: because.value.trim(), who: who.value.trim(), run: run.checked };
    post<{ sentence: string; next: string }>('/api/decisions', body).then((answer) => {
      replace(told, h('p', { class: 'verdict', lang: 'en' }, answer.sentence));
      if (run.checked) changed(); else decided();
      question.done?.();
    }, (error) => replace(told, failure(error)));
  } },
  h('fieldset', {}, h('legend', {}, t('decideHelp')), question.words.map((key, i) => {
    const id = freshId('choice');
    return h('span', { class: 'choice' }, h('input', { type: 'radio', name, id, value: key, checked: i === 0 }), h('label', { for: id }, t(key)));
  })),
  h('p', {}, h('label', { for: because.id }, t('because')), because),
  h('p', {}, h('label', { for: who.id }, t('yourName')), who),
  h('p', { class: 'choice' }, run, h('label', { for: run.id }, t('runAfter'))),
  h('button', { type: 'submit' }, t('keepDecision')), told);
  return form;
}
