// A part of a whole, drawn; the numbers stand beside it.
import { svg } from '../dom';

const WIDTH = 120, HEIGHT = 8;

export function share(part: number, whole: number): SVGElement {
  const width = Math.max((part / (whole || 1)) * WIDTH, part > 0 ? 1.5 : 0);
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'share', 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('rect', { class: 'whole', width: WIDTH, height: HEIGHT }), svg('rect', { class: 'part', width, height: HEIGHT }));
}
