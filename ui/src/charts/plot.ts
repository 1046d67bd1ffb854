// A chart of uPlot in the colours of the page, drawn anew when these change.
import uPlot from 'uplot';

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

type Options = Omit<uPlot.Options, 'width' | 'height' | 'axes'> & { axes?: uPlot.Axis[] };

// options is called at each drawing, as colours are read in it. Lives as long as the box stands in the page.
export function plot(box: HTMLElement, height: number, data: uPlot.AlignedData, options: () => Options): void {
  const draw = () => {
    box.replaceChildren();
    const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 }, font: '11px system-ui' };
    const { axes = [{}, {}], ...more } = options();
    new uPlot({ ...more, width: box.clientWidth, height, axes: axes.map((one) => ({ ...axis, ...one })) }, data, box);
  };
  const again = () => { if (box.isConnected) draw(); else document.removeEventListener('theme', again); };
  requestAnimationFrame(() => {
    if (!box.isConnected) return;
    draw();
    document.addEventListener('theme', again);
  });
}
