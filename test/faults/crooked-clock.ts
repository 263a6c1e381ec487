// Loaded before the program of a copy: its clock can be set wrong from outside, as that of a real machine can.
const Straight = globalThis.Date;
const minute = 60_000;
/** Not forward into another day: what is due only then would be heard as well. */
const jumps = [-26 * 60 * minute, 10 * minute, -3 * 60 * minute, 0];
let jump = 0;
let off = 0;

const crooked = (...args: readonly unknown[]): Date =>
  args.length === 0 ? new Straight(Straight.now() + off) : Reflect.construct(Straight, args);

globalThis.Date = new Proxy(Straight, {
  construct: (_target, args) => crooked(...args),
  apply: () => String(crooked()),
  get: (target, key) => (key === 'now' ? () => Straight.now() + off : Reflect.get(target, key)),
});
Straight.prototype.constructor = globalThis.Date;
process.on('SIGUSR2', () => {
  off = jumps[jump % jumps.length] ?? 0;
  jump += 1;
});
