// Numbers, times and names as people read them, in the language of the page.
import { language, word } from './texts';

export function number(value: number, digits = 0): string {
  return value.toLocaleString(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function bits(value: number): string {
  return (value > 0 ? '+' : '') + number(value, 1).replace('-', '−');
}

export function day(time: string | null): string {
  return time ? time.slice(0, 10) : '';
}

export function minute(time: string | null): string {
  return time ? time.slice(0, 16).replace('T', ' ') : '';
}

export function percent(share: number): string {
  return share > 0.9995 ? '> 99.9 %' : share < 0.0005 ? '< 0.1 %' : `${number(share * 100, share > 0.99 || share < 0.01 ? 1 : 0)} %`;
}

// 2^bits to one, in words that do not pretend to be exact.
export function odds(value: number): string {
  const size = Math.abs(value) * Math.LOG10E * Math.LN2;
  const power = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const shown = size < 6 ? number(Math.max(1, Math.round(10 ** size)))
    : `10${[...String(Math.round(size))].map((c) => power[Number(c)]).join('')}`;
  return value >= 0 ? `${shown} : 1` : `1 : ${shown}`;
}

export function size(value: number): string {
  return value < 1024 ? `${value} B` : value < 1048576 ? `${number(value / 1024, 1)} kB` : `${number(value / 1048576, 1)} MB`;
}

// "be:antwerp" becomes "Antwerp (BE)".
export function place(key: string): string {
  const parts = /^([a-z]{2}):(.+)$/.exec(key);
  if (!parts) return key;
  return `${(parts[2] ?? '').replace(/(^|[\s-])\p{L}/gu, (c) => c.toUpperCase())} (${(parts[1] ?? '').toUpperCase()})`;
}

export function kinds(counts: Record<string, number>): string {
  return Object.entries(counts).map(([kind, count]) => `${number(count)} ${word('kind', kind)}`).join(', ');
}
