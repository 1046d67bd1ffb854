// A browser with the page of a case that is served: the system's own Chromium, no network but this machine.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function serve(binary, casePath) {
  const child = spawn(binary, ['serve', casePath, '--port', '0', '--as', 'Ann'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const link = async () => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('the server ended');
      const found = /http:\S+token=\S+/.exec(value);
      if (found) return found[0];
    }
  };
  return { link, stop: () => new Promise((resolve) => { child.on('exit', resolve); child.kill('SIGTERM'); }) };
}

export async function browser() {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`no browser at ${BROWSERS.join(', ')}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1'] });
}

// A page with a session. problems gathers what a page without faults never says.
export async function open(within, link, options = {}) {
  const context = await within.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', colorScheme: 'light', reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => { if (message.type() !== 'log' && !/status of 404/.test(message.text())) problems.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => { if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) problems.push(`asks elsewhere: ${request.url()}`); });
  await page.goto(link);
  await page.waitForSelector('main h1');
  return { page, problems };
}

export async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await settled(page);
}

// The view of the address is there, and its charts are drawn.
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main[aria-busy]'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
}
