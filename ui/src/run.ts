// The run behind the page: begun after a decision, told while it is on, and the view shown again after it.
import { get, post, type Decision, type RunState } from './api';
import { h, replace } from './dom';
import { number } from './format';
import { t } from './texts';

export const status = h('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
let timer = 0;

function tell(state: RunState): void {
  if (state.state === 'running') {
    const share = ((state.stage_number ?? 1) - 1 + (state.total ? (state.done ?? 0) / state.total : 0)) / (state.stage_count || 10);
    const bar = h('progress', { max: 1, value: Math.max(0, Math.min(share, 1)), 'aria-label': t('runNow') });
    replace(status, h('span', {}, t('running', { stage: state.stage ?? '', a: state.stage_number ?? 0, b: state.stage_count ?? 0 })), bar);
  } else if (state.state === 'done') {
    replace(status, t('runDone'));
  } else if (state.state === 'failed') {
    replace(status, h('span', { class: 'bad' }, t('runFailed', { why: state.message ?? '' })));
  }
}

async function follow(): Promise<void> {
  clearTimeout(timer);
  const state = await get<RunState>('/api/run');
  tell(state);
  if (state.state === 'running') timer = window.setTimeout(() => void follow(), 250);
  else document.dispatchEvent(new CustomEvent('case-changed'));
}

// A decision was kept and a run was asked for.
export function changed(): void {
  void follow();
}

// A decision was kept that waits for a run.
export function decided(): void {
  get<{ decisions: Decision[] }>('/api/decisions').then(({ decisions }) => {
    const waiting = decisions.filter((one) => one.pending).length;
    replace(status, waiting > 0 && [t('pending', { n: number(waiting) }), ' ', h('button', { type: 'button', onclick: () => void beginRun() }, t('runNow'))]);
  }, () => replace(status));
}

export async function beginRun(): Promise<void> {
  await post<RunState>('/api/run', {}).catch(() => undefined);
  await follow();
}
