// Where it was: places, journeys between them, and a slider over the months.
import { geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Chart, Circuit, Visit } from '../api';
import { h, replace, svg } from '../dom';
import { number, place } from '../format';
import { freshId } from '../dom';
import { note } from '../parts';
import { t } from '../texts';

type Atlas = Parameters<typeof feature>[0];
let atlas: Promise<Atlas> | undefined;
function loadAtlas(): Promise<Atlas> {
  atlas ??= fetch('atlas.json').then((answer) => answer.json());
  return atlas;
}

const WIDTH = 760, HEIGHT = 420, LABELS = 14, DEGREE = 0.6;

interface Journey { from: string; to: string; times: string[] }

// Consecutive visits of one entity to different places.
function journeysOf(paths: Visit[][]): Journey[] {
  const found = new Map<string, Journey>();
  for (const visits of paths) {
    visits.forEach((visit, i) => {
      const before = visits[i - 1];
      if (!before || before.place === visit.place) return;
      const [from, to] = [before.place, visit.place].sort() as [string, string];
      const one = found.get(`${from}|${to}`) ?? { from, to, times: [] };
      one.times.push(visit.from);
      found.set(`${from}|${to}`, one);
    });
  }
  return [...found.values()];
}

function monthsBetween(paths: Visit[][]): string[] {
  const times = paths.flat().flatMap((visit) => [visit.from, visit.to]).filter(Boolean).sort();
  const months: string[] = [];
  const first = times[0]?.slice(0, 7), last = times[times.length - 1]?.slice(0, 7);
  for (let at = first; at && last && at <= last && months.length < 600;) {
    months.push(at);
    const [year = 0, month = 0] = at.split('-').map(Number);
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  return months;
}

export function map(chart: Chart, paths: Visit[][], circuits: Circuit[] = []): HTMLElement {
  if (!chart.places.length) return note(t('noPlaces'));
  const places = new Map(chart.places.map((one) => [one.place, one]));
  const journeys = journeysOf(paths).filter((one) => places.has(one.from) && places.has(one.to));
  const months = monthsBetween(paths);
  const points = chart.places.map((one) => [one.lon, one.lat] as [number, number]);
  const lons = points.map(([lon]) => lon), lats = points.map(([, lat]) => lat);
  const box: [number, number][] = [[Math.min(...lons) - DEGREE, Math.min(...lats) - DEGREE / 2], [Math.max(...lons) + DEGREE, Math.max(...lats) + DEGREE / 2]];
  const projection = geoMercator().fitExtent([[40, 30], [WIDTH - 40, HEIGHT - 30]], { type: 'MultiPoint', coordinates: box });
  const at = (name: string) => { const one = places.get(name); return one ? projection([one.lon, one.lat]) ?? [0, 0] : [0, 0]; };

  const land = svg('g', { class: 'land' }), lines = svg('g', { class: 'journeys' }), rings = svg('g', { class: 'circuits' }), dots = svg('g', { class: 'places' });
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'map', role: 'img', 'aria-label': `${t('map')}: ${chart.places.slice(0, 12).map((one) => place(one.place)).join(', ')}` }, land, lines, rings, dots);
  void loadAtlas().then((data) => {
    const path = geoPath(projection.clipExtent([[-5, -5], [WIDTH + 5, HEIGHT + 5]]));
    const countries = data.objects['countries'];
    if (!countries) return;
    replace(land, svg('path', { class: 'country', d: path(feature(data, countries)) ?? '' }),
      svg('path', { class: 'border', d: path(mesh(data, countries as never, (a, b) => a !== b)) ?? '' }));
  });

  const draw = (month: string | null) => {
    const active = (time: string) => month === null || time.slice(0, 7) === month;
    const seen = new Map<string, number>();
    for (const visit of paths.flat()) if (month !== null && visit.from.slice(0, 7) <= month && month <= visit.to.slice(0, 7)) seen.set(visit.place, (seen.get(visit.place) ?? 0) + visit.sightings);
    replace(lines, journeys.map((one) => {
      const count = one.times.filter(active).length;
      if (!count) return null;
      const [x1 = 0, y1 = 0] = at(one.from), [x2 = 0, y2 = 0] = at(one.to);
      const bend = 0.14, mx = (x1 + x2) / 2 - (y2 - y1) * bend, my = (y1 + y2) / 2 + (x2 - x1) * bend;
      return svg('path', { class: 'journey', d: `M${x1} ${y1}Q${mx} ${my} ${x2} ${y2}`, 'stroke-width': Math.min(0.8 + Math.sqrt(count) * 0.7, 6) },
        svg('title', {}, `${place(one.from)} – ${place(one.to)}: ${number(count)}`));
    }));
    const most = Math.max(...chart.places.map((one) => one.records));
    replace(dots, [...chart.places].reverse().map((one) => {
      const [x = 0, y = 0] = at(one.place);
      const count = month === null ? one.records : seen.get(one.place) ?? 0;
      return svg('circle', { class: count ? 'place' : 'place empty', cx: x, cy: y, r: count ? 3 + 13 * Math.sqrt(count / most) : 2 },
        svg('title', {}, `${place(one.place)}: ${number(count)}`));
    }), labels());
  };

  // Names, the largest places first, where they do not cover another.
  const labels = () => {
    const taken: [number, number, number, number][] = [];
    return chart.places.slice(0, LABELS).map((one) => {
      const [x = 0, y = 0] = at(one.place);
      const name = place(one.place), width = name.length * 6.2;
      const box: [number, number, number, number] = [x - width / 2, y - 26, x + width / 2, y - 8];
      if (taken.some(([a, b, c, d]) => box[0] < c && box[2] > a && box[1] < d && box[3] > b)) return null;
      taken.push(box);
      return svg('text', { class: 'place-name', x, y: y - 14, 'text-anchor': 'middle' }, name);
    });
  };
  // A circuit goes from place to place and back to its first, always to the same side, so that its direction shows.
  replace(rings, circuits.slice(0, 8).map((circuit) => {
    const round = circuit.places.filter((one) => places.has(one.place));
    const path = round.map((one, i) => {
      const [x1 = 0, y1 = 0] = at(one.place), [x2 = 0, y2 = 0] = at(round[(i + 1) % round.length]?.place ?? one.place);
      const mx = (x1 + x2) / 2 + (y2 - y1) * 0.12, my = (y1 + y2) / 2 - (x2 - x1) * 0.12;
      return `${i ? '' : `M${x1} ${y1}`}Q${mx} ${my} ${x2} ${y2}`;
    }).join('');
    return round.length > 1 && svg('path', { class: 'circuit', d: path }, svg('title', {}, `${t('circuit')}: ${circuit.places.map((one) => place(one.place)).join(' → ')}`));
  }));
  draw(null);
  if (months.length < 2) return h('figure', {}, drawing, h('figcaption', {}, t('mapHelp')));

  const id = freshId('month');
  const told = h('output', { for: id }, t('wholeTime'));
  const slider = h('input', { type: 'range', id, min: 0, max: months.length, value: 0, step: 1, 'aria-valuetext': t('wholeTime'), oninput: () => {
    const month = months[Number(slider.value) - 1] ?? null;
    told.textContent = month ?? t('wholeTime');
    slider.setAttribute('aria-valuetext', told.textContent);
    draw(month);
  } });
  return h('figure', {}, drawing, h('div', { class: 'slider' }, h('label', { for: id }, t('month')), slider, told), h('figcaption', {}, t('mapHelp')));
}
