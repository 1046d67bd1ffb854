// What people decided, and how to withdraw it.
import { get, post, type Decision } from '../api';
import { whoDecides } from '../decide';
import { h, type Child } from '../dom';
import { minute, number } from '../format';
import { note, recordLink, stateWord, valueLink } from '../parts';
import { to } from '../router';
import { beginRun, changed } from '../run';
import { table } from '../table';
import { t, type TextKey } from '../texts';
import { compareForm } from './record';
import type { View } from './view';

function about(d: Decision): Child {
  if (d.b) return [recordLink(d.a), ' – ', recordLink(d.b), ' ', h('a', { href: to.compare(d.a, d.b) }, `${t('why')}?`)];
  return d.type === 'template' ? [t('template'), ' ', d.a && recordLink(d.a)] : valueLink(d.type ?? '', d.value ?? '');
}

export const decisions: View = async () => {
  const { decisions: rows } = await get<{ decisions: Decision[] }>('/api/decisions');
  const waiting = rows.filter((one) => one.pending).length;
  const withdraw = (d: Decision) => {
    const because = prompt(t('undoBecause', { n: d.decision }));
    if (because === null) return;
    post(`/api/decisions/${d.decision}/undo`, { because, who: whoDecides(), run: true }).then(changed, (error: Error) => alert(error.message));
  };
  return {
    title: t('decisions'),
    content: [
      note(t('decideHelp')),
      waiting > 0 && h('p', { class: 'waiting' }, t('pending', { n: number(waiting) }), ' ', h('button', { type: 'button', onclick: () => void beginRun() }, t('runNow'))),
      rows.length === 0 ? note(t('noDecisions')) : table<Decision>([
        { title: '#', cell: (r) => number(r.decision), sort: (r) => r.decision, isNumber: true },
        { title: t('what'), cell: (r) => t(r.what as TextKey), sort: (r) => r.what },
        { title: t('about'), cell: about },
        { title: t('because'), cell: (r) => [r.because, r.withdrawn_because ? h('small', {}, ` (${r.withdrawn_because})`) : null] },
        { title: t('by'), cell: (r) => r.by, sort: (r) => r.by },
        { title: t('made'), cell: (r) => minute(r.made), sort: (r) => r.made },
        { title: t('state'), cell: (r) => stateWord(r.state), sort: (r) => r.state },
        { title: t('undo'), cell: (r) => (r.withdrawn ? null : h('button', { type: 'button', class: 'quiet', onclick: () => withdraw(r), 'aria-label': `${t('undo')} ${r.decision}` }, t('undo'))) },
      ], rows, t('decisions')),
      h('h2', {}, t('compare')), compareForm(),
    ],
  };
};
