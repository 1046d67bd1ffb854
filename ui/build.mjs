// Writes bundle/: the page, its program and style, the atlas for maps, and the licences of all that is inside.
// usage: node build.mjs [FOLDER]
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'bundle');
const modules = join(here, 'node_modules');
mkdirSync(out, { recursive: true });

await build({
  entryPoints: [join(here, 'src/main.ts')],
  entryNames: 'app', outdir: out, bundle: true, minify: true, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'none',
  absWorkingDir: here, logLevel: 'warning',
});
copyFileSync(join(here, 'src/index.html'), join(out, 'index.html'));

// Borders alone, without names, rounded to a grid of 1/20,000 of the world (2 km): a third of the bytes.
const atlas = JSON.parse(readFileSync(join(modules, 'world-atlas/countries-50m.json'), 'utf8'));
const { scale, translate } = atlas.transform;
const GRID = 20000;
const factor = [scale[0] * GRID / 360, scale[1] * GRID / 360];
const arcs = atlas.arcs.map((arc) => {
  let x = 0, y = 0, lastX = 0, lastY = 0;
  const points = [];
  for (const [dx, dy] of arc) {
    x += dx; y += dy;
    const gx = Math.round(x * factor[0]), gy = Math.round(y * factor[1]);
    if (points.length && gx === lastX && gy === lastY) continue;
    points.push(points.length ? [gx - lastX, gy - lastY] : [gx, gy]);
    lastX = gx; lastY = gy;
  }
  if (points.length === 1) points.push([0, 0]);
  return points;
});
const countries = { type: 'GeometryCollection', geometries: atlas.objects.countries.geometries.map(({ type, arcs: of, id }) => ({ type, arcs: of, id })) };
writeFileSync(join(out, 'atlas.json'), JSON.stringify({ type: 'Topology', arcs, transform: { scale: [360 / GRID, 360 / GRID], translate }, objects: { countries } }) + '\n');

// Every package that the lock file puts into the program, with its own words.
const parts = ['cytoscape', 'd3-array', 'd3-geo', 'internmap', 'topojson-client', 'uplot', 'world-atlas'].map((name) => {
  const about = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.txt', 'LICENSE.md'].map((file) => {
    try { return readFileSync(join(modules, name, file), 'utf8'); } catch { return ''; }
  }).find((one) => one) ?? '';
  return `${name} ${about.version}\n${'-'.repeat(60)}\n${text.trim().replace(/[ \t]+$/gm, '').replace(/\r/g, '')}\n`;
});
writeFileSync(join(out, 'licences.txt'), `The page of Bowline is made of its own code (Apache-2.0) and of these packages.\nThe borders of the atlas are those of Natural Earth, which is in the public domain.\n\n${parts.join('\n\n')}`);
