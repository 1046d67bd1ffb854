// Addresses: "#/network/1" is a view and its number, "#/record?name=ads/A-1" a view and what it is asked.

export interface Address { view: string; number: number; query: URLSearchParams }

export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', number = ''] = path.split('/', 2);
  return { view: view || 'overview', number: /^[1-9]\d*$/.test(number) ? Number(number) : 0, query: new URLSearchParams(query) };
}

export function address(view: string, number = 0, query: Record<string, string> = {}): string {
  const words = new URLSearchParams(query).toString();
  return `#/${view}${number ? `/${number}` : ''}${words ? `?${words}` : ''}`;
}

export const to = {
  network: (n: number) => address('network', n),
  entity: (n: number) => address('entity', n),
  template: (n: number) => address('template', n),
  record: (name: string) => address('record', 0, { name }),
  identifier: (value: string) => address('identifier', 0, { value }),
  compare: (a: string, b: string) => address('compare', 0, { a, b }),
  search: (words: string) => address('search', 0, { words }),
};
