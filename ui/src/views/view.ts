// A view: what an address shows. It asks the server, and gives its title and what stands below it.
import type { Child } from '../dom';
import type { Address } from '../router';

export interface Shown { title: string; kicker?: Child; content: Child }
export type View = (address: Address) => Promise<Shown>;
