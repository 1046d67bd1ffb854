// Who is tied to whom. Nodes stand where the server put them, so that the picture is the same at every visit.
import cytoscape from 'cytoscape';
import type { Chart } from '../api';
import { h } from '../dom';
import { bits, number } from '../format';
import { to } from '../router';
import { t, word } from '../texts';

// One colour a kind of tie, told apart without colour by the pattern of the line.
const TIES: Record<string, [string, 'solid' | 'dashed' | 'dotted']> = {
  payment: ['--tie-1', 'solid'], call: ['--tie-2', 'dashed'], booking: ['--tie-3', 'solid'],
  premises: ['--tie-4', 'dotted'], person: ['--tie-5', 'dashed'], identifier: ['--tie-6', 'solid'],
};

const NAMES = 9; // nodes named in the picture; the others when they are chosen

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function look(kind: string): [string, 'solid' | 'dashed' | 'dotted'] {
  const [name, pattern] = TIES[kind] ?? ['--ink-soft', 'solid'];
  return [colour(name), pattern];
}

function elements(chart: Chart, width: number, height: number): cytoscape.ElementDefinition[] {
  const xs = chart.nodes.map((n) => n.x), ys = chart.nodes.map((n) => n.y);
  const wide = Math.max(...xs) - Math.min(...xs) || 1, high = Math.max(...ys) - Math.min(...ys) || 1;
  const down = Math.min((height - 80) / high, 1.6), across = Math.min((width - 150) / wide, down * 1.9);
  const named = new Set([...chart.nodes].sort((a, b) => b.records - a.records).slice(0, NAMES));
  return [
    ...chart.nodes.map((n, i) => ({
      data: { id: `n${i}`, href: n.entity ? to.entity(n.entity) : to.record(n.node), title: n.entity ? `${t('entity')} ${n.entity}` : n.node, label: n.label,
        records: n.records, size: n.entity ? Math.min(11 + 3 * Math.sqrt(n.records), 46) : 10, shape: n.entity ? 'ellipse' : 'diamond',
        text: named.has(n) ? n.label.slice(0, 16) || `${t('entity')} ${n.entity}` : '' },
      position: { x: n.x * across, y: n.y * down },
    })),
    ...chart.edges.map((e, i) => ({
      data: { id: `e${i}`, source: `n${e.from}`, target: `n${e.to}`, kind: e.kinds[0] ?? '', width: Math.min(1 + Math.max(e.bits, 0) / 8, 6) },
    })),
  ];
}

function style(): cytoscape.StylesheetJson {
  return [
    { selector: 'node', style: { width: 'data(size)', height: 'data(size)', shape: 'data(shape)' as never, 'background-color': colour('--node'), 'border-width': 1.5,
      'border-color': colour('--paper'), label: 'data(text)', color: colour('--ink'), 'font-size': 11, 'font-family': 'system-ui, sans-serif', 'text-valign': 'bottom',
      'text-margin-y': 4, 'text-outline-width': 2.5, 'text-outline-color': colour('--paper'), 'min-zoomed-font-size': 8 } },
    { selector: 'node[shape = "diamond"]', style: { 'background-color': colour('--node-lone') } },
    { selector: 'edge', style: { width: 'data(width)', 'line-color': (e: cytoscape.EdgeSingular) => look(e.data('kind'))[0], 'line-style': (e: cytoscape.EdgeSingular) => look(e.data('kind'))[1],
      'curve-style': 'straight', opacity: 0.75 } },
    { selector: '.dim', style: { opacity: 0.18 } },
    { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': colour('--accent'), 'z-index': 10 } },
  ];
}

// The nearest node into the direction of an arrow key.
function nearest(cy: cytoscape.Core, from: cytoscape.NodeSingular, dx: number, dy: number): cytoscape.NodeSingular {
  let best = from, bestCost = Infinity;
  cy.nodes().forEach((node) => {
    const x = node.position('x') - from.position('x'), y = node.position('y') - from.position('y');
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (node.id() !== from.id() && ahead > 0 && ahead + 2 * aside < bestCost) { best = node; bestCost = ahead + 2 * aside; }
  });
  return best;
}

export function linkChart(chart: Chart, members: number): HTMLElement {
  const canvas = h('div', { class: 'link-chart', tabindex: 0, role: 'application', 'aria-label': `${t('linkChart')}. ${t('linkChartHelp')}` });
  const told = h('p', { class: 'told', 'aria-live': 'polite' }, t('linkChartHelp'));
  const present = Object.keys(TIES).filter((kind) => chart.edges.some((e) => e.kinds.includes(kind)));
  const left = members - chart.nodes.length;
  const figure = h('figure', {}, canvas, told, h('figcaption', {},
    h('ul', { class: 'legend' }, present.map((kind) => h('li', {}, h('span', { class: `swatch tie-${kind}`, 'aria-hidden': 'true' }), word('tie', kind)))),
    left > 0 && t('leftOut', { n: number(left) })));

  const start = () => {
    if (!canvas.isConnected) return;
    const cy = cytoscape({ container: canvas, elements: elements(chart, canvas.clientWidth, canvas.clientHeight), style: style(), layout: { name: 'preset' },
      minZoom: 0.3, maxZoom: 4, userZoomingEnabled: false, boxSelectionEnabled: false, autoungrabify: true });
    cy.fit(undefined, 34);
    const choose = (node: cytoscape.NodeSingular) => {
      cy.elements().removeClass('chosen dim');
      const near = node.closedNeighborhood();
      cy.elements().not(near).addClass('dim');
      node.addClass('chosen');
      const ties = node.connectedEdges().length;
      told.textContent = `${node.data('title')}${node.data('label') ? ` · ${node.data('label')}` : ''} · ${t('recordsN', { n: number(node.data('records')) })} · ${number(ties)} ${t('ties').toLowerCase()}`;
    };
    const clear = () => { cy.elements().removeClass('chosen dim'); told.textContent = t('linkChartHelp'); };
    cy.on('mouseover', 'node', (event) => choose(event.target));
    cy.on('mouseout', 'node', clear);
    cy.on('tap', 'node', (event) => { location.hash = event.target.data('href'); });
    cy.on('mouseover', 'edge', (event) => {
      const edge = chart.edges[Number(event.target.id().slice(1))];
      if (edge) told.textContent = `${edge.kinds.map((kind) => word('tie', kind)).join(', ')} · ${t('recordsN', { n: number(edge.records) })} · ${bits(edge.bits)} bits`;
    });
    cy.on('mouseout', 'edge', clear);
    canvas.addEventListener('keydown', (event) => {
      const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      const chosen = cy.nodes('.chosen')[0] ?? cy.nodes()[0];
      const arrow = arrows[event.key];
      if (!chosen) return;
      if (event.key === 'Enter') location.hash = chosen.data('href');
      else if (event.key === '+' || event.key === '-') cy.zoom({ level: cy.zoom() * (event.key === '+' ? 1.25 : 0.8), position: chosen.position() });
      else if (arrow) choose(cy.nodes('.chosen').length ? nearest(cy, chosen, arrow[0], arrow[1]) : chosen);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { cy.style(style()); });
    document.addEventListener('theme', () => { cy.style(style()); });
  };
  requestAnimationFrame(start);
  return figure;
}
