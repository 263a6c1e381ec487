import type { ServerResponse } from 'node:http';
import type { Json } from '../json.ts';

/** What a test wants to happen to calls of a method. `after` says whether the call has its effect first. */
export type Fault =
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: number; readonly after?: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'hang'; readonly after?: boolean }
  | { readonly kind: 'reset'; readonly after?: boolean };

export interface Faults {
  /** The next `times` calls of the method end so; `*` means any method. */
  add(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { method: string; fault: Fault; left: number }[] = [];
  return {
    add: (method, fault, times = 1) => void planned.push({ method, fault, left: times }),
    take(method) {
      if (planned.length === 0) return undefined;
      const entry = planned.find((candidate) => candidate.method === method || candidate.method === '*');
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) planned = planned.filter((other) => other !== entry);
      return entry.fault;
    },
    clear: () => {
      planned = [];
    },
  };
}

type BreakingFault = Exclude<Fault, { kind: 'error' | 'limited' }>;

/** Whether the call does its work before the fault is seen. */
export function happensAfter(fault: Fault): boolean {
  return 'after' in fault && fault.after === true;
}

/** Ends a call without Slack's answer. One that hangs stays open until the caller gives up. */
export function breakOff(fault: BreakingFault, response: ServerResponse): void {
  if (fault.kind === 'status') response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('planned fault');
  else if (fault.kind === 'reset') response.destroy();
}

/** What is answered in place of the call's own answer. */
export function plannedAnswer(fault: Fault): Json {
  if (fault.kind === 'limited') return { ok: false, error: 'ratelimited', retry_after: fault.retryAfter };
  return { ok: false, error: fault.kind === 'error' ? fault.error : `planned_${fault.kind}` };
}

export function isBreaking(fault: Fault | undefined): fault is BreakingFault {
  return fault !== undefined && fault.kind !== 'error' && fault.kind !== 'limited';
}
