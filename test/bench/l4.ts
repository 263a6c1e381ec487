import '../../scripts/compile-cache.js';
const t: [string, number][] = []; let before = process.cpuUsage();
const spent = (n: string) => { const { user, system } = process.cpuUsage(before); t.push([n, (user + system) / 1000]); before = process.cpuUsage(); };
await import('luxon'); spent('luxon');
for (const f of ['calendar/parse-when','calendar/index','coach/traditional','coach/fold','coach/normalise','coach/segment','coach/phrase-matcher','coach/sign','coach/korean-endings','coach/chinese-sentence','coach/korean-excuses','coach/english-promise','coach/english-feeling','coach/facts','coach/restate','coach/elements','coach/element-sets','coach/find-problems','coach/word-weights','coach/second-reading','coach/wording','coach/weigh','coach/match-frame','coach/rulebook','coach/mirror','coach/unhelpful','coach/style','coach/rules/en-answers','coach/rules/en-tone','coach/rules/en-elements','coach/rules/en-weights','coach/rules/en','coach/rules/zh','coach/rules/ko','coach/create-coach']) { try { await import(`../../src/${f}.ts`); spent(f); } catch (e) { t.push([f + ' missing', 0]); } }
console.log(t.map(([n, v]) => `${n} ${v.toFixed(1)}`).join('  '));
