// What the server answers (docs/json.md), and how it is asked.

export interface IdentifierRow { type: string; value: string; records: number; ownership?: string; bits?: number; exclusive?: number }
export interface PlaceCount { place: string; records: number }
export interface NetworkRow {
  network: number; entities: number; records: number; bits: number; first: string | null; last: string | null;
  kinds: Record<string, number>; places: PlaceCount[];
}
export interface EntityRow {
  entity: number; records: number; network: number | null; first: string | null; last: string | null;
  kinds: Record<string, number>; identifiers: IdentifierRow[]; places: PlaceCount[];
}
export interface RecordRow {
  record: string; kind: string; time: string | null; until: string | null; place: string; summary: string;
  entity: number | null; network: number | null;
}
export interface Evidence {
  kind: string; bits: number; type?: string; value?: string; detail?: string; level?: string; values?: [string, string]; template?: number;
  sources?: { record: string; column: string; start: number; end: number }[];
}
export interface LinkRow {
  from: string; to: string; from_party: string; to_party: string; bits: number; probability: number; evidence: Evidence[];
  decision?: number; because?: string;
}
export interface TieRow { kind: string; from: string; to: string; records: number; bits: number; joined: boolean; example?: string }
export interface Visit { place: string; from: string; to: string; sightings: number; km: number }
export interface Flow {
  account: string; currency: string; payments_in: number; payments_out: number; payers: number; payees: number;
  in: string; out: string; passed: string; dwell_days: number | null; kind: string; reason: string;
}
export interface Transfer { from: string; to: string; from_inside: boolean; to_inside: boolean; currency: string; payments: number; amount: string }
export interface Motif {
  motif: number; kind: string; bits: number; account: string; to: string; currency: string; accounts: number; payments: number; amount: string;
  from: string; until: string; records: string[];
}
export interface Flag {
  flag: string; title: string; source: string; fires: string; innocent: string; fired: number; tested: number;
  hits: { type: string; value: string; currency: string; what: string; records_total: number; records: string[] }[];
}
export interface Role { entity: number; role: string; likelihood: string; confidence: string; records_total: number; of: number; members: number; bits: number; records: string[] }
export interface Reading { title: string; note: string; for: string[]; against: string[] }
export interface Stated { indicator: string; quote: string; report: string; source: string; grade: string }
interface Year { year: number; sightings: number; places: number; most: string; there: number; centre: string; km: number }
export interface Burst { from: string; to: string; records: number; expected: number; bits: number }
export interface Growth {
  all?: Year; years: Year[]; bursts: Burst[];
  phases: { from: string; to: string; entities: number; event: string; joined: number; left: number; jaccard: number; ends: boolean; record: string }[];
}
export interface NextPlace { from: string; to: string; moves: number; days: number }
export interface Conflict { entity: number; kind: string; pairs: number; from: string; to: string; km: number; hours: number }
export interface Meeting { a: number; b: number; a_network: number | null; b_network: number | null; times: number; expected: number; bits: number; place: string; first: string }
export interface Moves { next_places?: NextPlace[]; conflicts?: Conflict[]; meetings?: Meeting[] }
export interface Calibration { pairs: number; expected_error: number; bins: { from: number; to: number; claimed: number; actual: number | null; count: number }[] }
export interface Summary {
  title: string; version: string; totals: Record<string, number>;
  resources: { name: string; kind: string; path: string; sha256: string; bytes: number; records: number; rejected: number }[];
  rejects: { resource: string; column: string; reason: string; count: number; line: number }[];
  networks: NetworkRow[]; entities: EntityRow[]; calibration: Calibration;
}
export interface Circuit {
  circuit: number; places: { place: string; lat: number | null; lon: number | null }[]; from: string; to: string; days_per_place: number; travellers: number;
  moves: number; kept: number; rounds: number; bits: number; surprise: number;
  stops: { traveller: number; place: string; from: string; to: string; sightings: number; kept: boolean; record: string }[];
}
export interface Premises {
  name: string; address: string; place: string; kind: string; record: string | null; booked: boolean; paid: boolean; owned: boolean; stays: number; nights: number;
  guests: number; ads: number; from: string | null; to: string | null; grades: string[];
}
export interface Network extends NetworkRow, Moves {
  circuits?: Circuit[]; premises?: Premises[]; growth?: Growth; transfers?: Transfer[]; motifs?: Motif[]; flags?: Flag[]; roles?: Role[]; rivals?: Reading[]; stated?: Stated[];
  handling?: string[]; grades?: string[];
  members: (EntityRow | RecordRow)[]; ties: TieRow[]; weak_ties: TieRow[]; movement: { entity: number; visits: Visit[] }[]; flows: Flow[];
  [more: string]: unknown;
}
export interface Chart {
  nodes: { node: string; entity: number | null; label: string; kind?: string; records: number; x: number; y: number }[];
  edges: { from: number; to: number; kinds: string[]; records: number; bits: number }[]; edges_left_out: number;
  places: { place: string; lat: number; lon: number; records: number }[]; months: { month: string; kind: string; records: number }[];
}
export interface TemplateRow { template: number; records: number; bits: number; text: string }
export interface Entity extends EntityRow, Moves {
  circuits?: Circuit[]; handling?: string[]; grades?: string[];
  members: RecordRow[]; members_total: number; templates: TemplateRow[]; visits: Visit[]; links: LinkRow[]; flows: Flow[];
}
export interface Piece { kind: 'same' | 'slot' | 'added' | 'missing' | 'moved'; slot?: number; text: string }
export interface Template extends TemplateRow {
  slots: { slot: number; type: string; values_total: number; values: { value: string; records: number }[] }[];
  members: (RecordRow & { bits: number; pieces: Piece[] })[];
}
export interface Observation { kind: string; value: string; attribution: string; column: string; quote: string }
export interface FullRecord extends RecordRow {
  resource: string; line: number; byte: number; length: number; sha256: string; duplicate_of: string | null; place_unsure: boolean;
  cells: { column: string; role: string; value: string }[]; rejects: { column: string; reason: string }[];
  identifiers: { type: string; value: string; party: string; column: string; start: number; end: number; form: string }[];
  template: TemplateRow | null; links: LinkRow[]; observations?: Observation[]; speaks_of?: (RecordRow & { by: string; value: string })[];
}
export interface Identifier extends IdentifierRow {
  entities: { entity: number; network: number | null; records: number; all: number }[]; beside: IdentifierRow[];
  uses: (RecordRow & { party: string })[]; partial: boolean;
}
export interface Decision {
  decision: number; what: string; a: string; a_party: string; b?: string; b_party?: string; type?: string; value?: string; because: string;
  by: string; made: string; state: string; pending: boolean; withdrawn: string | null; withdrawn_because?: string; withdrawn_by?: string;
}
export interface Change { from: string; to: string; without: Evidence; left: number; still?: number | null; decided?: boolean }
export interface Rival { entity: number | null; record: string; bits: number; links: number }
export interface Why {
  a: RecordRow; b: RecordRow; verdict: string; sentence: string; link: LinkRow | null; path?: LinkRow[]; ties?: TieRow[];
  changes?: Change[]; rivals?: { a: Rival[]; b: Rival[] }; decisions?: Decision[]; blocks?: { by: string; outcome: string }[];
  compared?: boolean; kept?: boolean; groups?: Record<string, unknown>;
}
export interface ReviewLink extends LinkRow { entities: (number | null)[]; networks: (number | null)[]; joined: boolean; moved: number; expected: number }
export interface RunState {
  state: 'idle' | 'running' | 'done' | 'failed'; number: number; stage?: string; stage_number?: number; stage_count?: number;
  done?: number; total?: number; message?: string;
}

export class ApiError extends Error {
  constructor(readonly code: number, readonly status: string, message: string) { super(message); }
}

async function read<T>(answer: Response): Promise<T> {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiError(answer.status, body.error?.status ?? '', body.error?.message ?? answer.statusText);
  return body as T;
}

// A case that is being brought up to date answers again soon.
const TRIES = 240, PAUSE = 500;
export async function get<T>(path: string, query: Record<string, string | number> = {}): Promise<T> {
  const words = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)])).toString();
  for (let i = 0; ; i++) {
    const answer = await fetch(words ? `${path}?${words}` : path);
    if (answer.status !== 503 || i === TRIES) return read<T>(answer);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

export async function post<T>(path: string, body: object): Promise<T> {
  return read<T>(await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
}
