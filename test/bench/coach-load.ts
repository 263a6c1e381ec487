// A process of its own: what a start pays for the coach, in milliseconds of processor time. Modules come compiled, as they do
// in the app from its second start on.
import '../../scripts/compile-cache.js';

const before = process.cpuUsage();
const spent = () => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const { createCoach } = await import('../../src/coach/create-coach.ts');
const coach = createCoach();
const opened = spent();
coach.review('Good morning. 안녕하세요. 您好。');
process.stdout.write(JSON.stringify({ opened, reviewed: spent() }));
