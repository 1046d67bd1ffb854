// An analyst's walk through the page in a real browser: with the mouse, by keyboard alone, and with a case of texts that mean harm.
// usage: node walk.mjs BINARY CASE HOSTILE_CASE [FOLDER]    FOLDER: screenshots go there
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browser, go, open, serve, settled } from './page.mjs';

const [, , binary, casePath, hostilePath, pictures] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const picture = async (page, name, options = {}) => { if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), ...options }); };

async function firstNetwork(page) {
  await page.getByRole('link', { name: 'Network 1', exact: true }).first().click();
  await page.waitForURL('**/#/network/1');
  await settled(page);
}

async function analystsWalk({ page }) {
  assert.match(await page.locator('.kicker').innerText(), /\S/, 'the case says its title');
  assert.equal(new URL(page.url()).hash, '', 'the token left the address');
  await picture(page, 'page-overview');
  await firstNetwork(page);
  assert.equal(await page.locator('.link-chart canvas').count() > 0, true, 'the link chart is drawn');
  assert.equal(await page.locator('.map .place').count() > 0, true, 'places are on the map');
  assert.equal(await page.locator('.map .country').count(), 1, 'the atlas is there');
  await picture(page, 'page-network');
  await page.locator('.map').scrollIntoViewIfNeeded();
  await picture(page, 'page-map');

  await page.locator('section', { has: page.getByRole('heading', { name: 'Members' }) }).locator('tr', { hasText: /\d ads/ }).first().getByRole('link', { name: /^Entity \d+$/ }).click();
  await settled(page);
  await page.getByRole('link', { name: /^Why / }).first().click();
  await settled(page);
  const address = page.url();
  assert.match(address, /#\/compare/);
  const parts = await page.locator('.waterfall').first().locator('td.number').allInnerTexts();
  const bits = parts.map((text) => Number(text.replace('−', '-').replace(',', '')));
  const sum = bits.pop();
  assert.ok(Math.abs(sum) === 60 || Math.abs(bits.reduce((a, b) => a + b, 0) - sum) <= 0.06 * bits.length, `the waterfall ends at its sum: ${parts}`);
  await picture(page, 'page-why');

  // Two ads of one entity of the network: the decision is about these.
  const pair = await page.evaluate(async () => {
    const ask = async (path) => (await fetch(path)).json();
    for (const { entity } of (await ask('/api/networks/1')).members) {
      const link = entity && (await ask(`/api/entities/${entity}`)).links.find((one) => one.bits > 0 && one.from.startsWith('ads/') && one.to.startsWith('ads/'));
      if (link) return link;
    }
    return null;
  });
  await go(page, `#/compare?${new URLSearchParams({ a: pair.from, b: pair.to })}`);
  const decided = page.url();
  const entities = async () => (await page.locator('main table').first().getByRole('link', { name: /^Entity/ }).allInnerTexts());
  const before = await entities();
  assert.equal(before[0], before[1], 'the two are together');
  await page.getByLabel('Two operators').check();
  await page.getByRole('button', { name: 'Keep this decision' }).click();
  assert.equal(await page.getByRole('textbox', { name: 'Because' }).evaluate((input) => input.validity.valid), false, 'a decision needs its reason');
  await page.getByRole('textbox', { name: 'Because' }).fill('two people were seen at once');
  await page.getByRole('button', { name: 'Keep this decision' }).click();
  await page.getByText('The case is up to date.').waitFor({ timeout: 60000 });
  await settled(page);
  const after = await entities();
  assert.notEqual(after[0], after[1] ?? '', `the two were parted: ${after}`);

  const { page: other } = { page: await page.context().newPage() };
  await other.goto(decided);
  await settled(other);
  assert.match(await other.locator('h1').innerText(), /Compare/, 'an address can be shared');
  await other.close();

  await go(page, '#/decisions');
  assert.match(await page.locator('main table').innerText(), /two people were seen at once[\s\S]*Ann/);
  await picture(page, 'page-decisions');
  page.once('dialog', (dialog) => void dialog.accept('they were one after all'));
  await page.getByRole('button', { name: 'Withdraw 1' }).click();
  await page.locator('main table', { hasText: 'withdrawn' }).waitFor({ timeout: 60000 });
  await page.goBack();
  await settled(page);
  assert.match(page.url(), /#\/compare/, 'the back button works');
  assert.deepEqual(await entities(), before, 'together again');

  await go(page, '#/export');
  await page.getByRole('button', { name: /^Make: Report/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /report\.html/ }).click({ timeout: 60000 })]);
  assert.match(readFileSync(await download.path(), 'utf8'), /^<!doctype html>/i);
}

async function review({ page }) {
  await go(page, '#/review');
  const card = page.locator('.review-card');
  const first = await card.locator('.side').first().innerText();
  await page.keyboard.press('j');
  assert.match(await card.innerText(), /2 of \d+/);
  await page.keyboard.press('k');
  assert.equal(await card.locator('.side').first().innerText(), first);
  await picture(page, 'page-review');
  await page.keyboard.press('u');
  await page.keyboard.type('nobody can tell');
  await page.keyboard.press('Enter');
  await page.waitForFunction((was) => document.querySelector('.review-card .side')?.textContent !== was, first);
  await go(page, '#/decisions');
  assert.match(await page.locator('main table').innerText(), /Cannot tell/);
}

async function keyboardOnly({ page }) {
  await go(page, '#/overview');
  await page.keyboard.press('/');
  await page.keyboard.type('massage');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/#/search*');
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'a new view takes the focus to its heading');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.waitForURL('**/#/networks');
  await settled(page);
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement?.textContent === 'Network 1')); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/#/network/1');
  await settled(page);
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement?.classList.contains('link-chart'))); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('.told').innerText(), /\d+ records/, 'the chosen node is told');
  const told = await page.locator('.told').innerText();
  const others = new Set();
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    others.add(await page.locator('.told').innerText());
  }
  assert.ok(others.size > 1 || !others.has(told), `arrow keys go on to other nodes: ${[...others]}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/(entity|record)/);
  await settled(page);
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open]').count(), 1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/#/network/1');
}

async function revealing({ page }) {
  await go(page, '#/network/1');
  const button = page.locator('button.reveal').first();
  const pseudonym = await button.innerText();
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('Your name').fill('Bea');
  await dialog.getByRole('button', { name: /^Reveal/ }).click();
  assert.equal(await dialog.locator('.revealed').count(), 0, 'nothing is shown without a purpose');
  await dialog.getByLabel('Purpose').fill('to warn her');
  await page.keyboard.press('Enter');
  const value = await dialog.locator('.revealed strong').innerText();
  assert.match(value, /\S/);
  await page.keyboard.press('Escape');
  await page.locator('dialog .revealed').waitFor({ state: 'detached', timeout: 5000 });
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), pseudonym, 'the focus comes back');
  await go(page, '#/log');
  assert.match(await page.locator('main table tr').nth(1).innerText(), new RegExp(`reveal[\\s\\S]*${pseudonym}[\\s\\S]*Bea[\\s\\S]*to warn her`));
}

async function everyView(page) {
  await go(page, '#/entity/1');
  const record = new URLSearchParams((await page.locator('main a.record').first().getAttribute('href')).split('?')[1]).get('name');
  const value = await page.locator('main a.value').first().getAttribute('href').catch(() => null);
  const why = await page.getByRole('link', { name: /^(Why|Pourquoi|Waarom) / }).first().getAttribute('href').catch(() => null);
  return ['#/overview', '#/networks', '#/network/1', '#/entity/1', `#/record?name=${encodeURIComponent(record)}`, value, why, '#/template/1', '#/search?words=massage', '#/review', '#/decisions',
    '#/log', '#/export', '#/compare'].filter(Boolean);
}

async function accessible({ page }) {
  let checked = 0;
  for (const hash of await everyView(page)) {
    await go(page, hash);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
    assert.deepEqual(violations.map((one) => `${hash} ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`), []);
    checked++;
  }
  return checked;
}

async function hostile({ page }) {
  let dialogs = 0;
  page.on('dialog', (dialog) => { dialogs++; void dialog.dismiss(); });
  for (const hash of await everyView(page)) {
    await go(page, hash);
    assert.equal(await page.locator('main script, main img, main iframe, main [onerror]').count(), 0, hash);
  }
  assert.match(await page.locator('body').innerText(), /./);
  await go(page, '#/search?words=massage');
  assert.match(await page.locator('main').innerText(), /onerror=alert\(2\)>\s*massage/, 'the text is shown as it is');
  assert.equal(dialogs, 0);
}

const failures = [];
async function step(name, page, run) {
  const began = Date.now();
  try {
    const said = await run(page);
    assert.deepEqual(page.problems, []);
    console.log(`ok   ${name}${said ? ` (${said} views)` : ''}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    failures.push(name);
    console.log(`FAIL ${name} at ${page.page.url().replace(/token=\w+/, 'token')}\n${error.stack ?? error}\n${page.problems.join('\n')}`);
  }
}

const within = await browser();
const server = await serve(binary, casePath), hostileServer = await serve(binary, hostilePath);
try {
  const light = await open(within, await server.link());
  await step('an analyst’s walk', light, analystsWalk);
  await step('review', light, review);
  await step('keyboard alone', light, keyboardOnly);
  await step('a pseudonym is revealed', light, revealing);
  await step('accessible, light, English', light, accessible);
  const dark = await open(within, await server.link(), { colorScheme: 'dark', locale: 'fr' });
  await step('accessible, dark, French', dark, accessible);
  if (pictures) { await go(dark.page, '#/network/1'); await picture(dark.page, 'page-dark'); }
  const narrow = await open(within, await server.link(), { viewport: { width: 400, height: 800 }, locale: 'nl' });
  await step('accessible, narrow, Dutch', narrow, accessible);
  await step('texts that mean harm', await open(within, await hostileServer.link()), hostile);
} finally {
  await within.close();
  await server.stop();
  await hostileServer.stop();
}
console.log(failures.length ? `browser: ${failures.length} failed` : 'browser: all passed');
process.exitCode = failures.length ? 1 : 0;
