import { normalise } from './normalise.ts';

/**
 * What two Chinese tellings may contradict each other in that shared words do not show: how long, which full date, who, which
 * way round, wanted or not. Each part reads one text; only what both speak of can conflict.
 */
const DIGITS: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNIT_DAYS: Record<string, number> = { 年: 365, 月: 30, 周: 7, 星期: 7, 礼拜: 7, 天: 1, 小时: 1 / 24, 分钟: 1 / 1440 };
const SPAN =
  /(\d+|十[一二三四五六七八九]|[一两二三四五六七八九十半])个?(半)?(年|月|周|星期|礼拜|天|小时|分钟)(?!前年|[一二三四五六日天]|\d|底|份|初|中旬)/gu;
/** '十二月' is a month, '十二个月' a span. */
const MONTH = /(?:\d|[一二三四五六七八九十])月/u;

const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

/** '12', '十二', '三十', '五百', '两千三'; NaN for what is no number. */
export function chineseNumber(written: string): number {
  if (/^\d/u.test(written)) return Number(written);
  if (written === '半') return 0.5;
  let sum = 0;
  let digit = Number.NaN;
  for (const char of written) {
    const power = POWERS[char];
    if (power === undefined) digit = DIGITS[char] ?? Number.NaN;
    else {
      sum += (Number.isNaN(digit) ? 1 : digit) * power;
      digit = Number.NaN;
    }
  }
  if (Number.isNaN(digit)) return sum === 0 ? Number.NaN : sum;
  // '两千六' is 2600, '两千零六' and '十六' are not
  const last = POWERS[written[written.length - 2] ?? ''] ?? 1;
  return sum + digit * (last >= 100 ? last / 10 : 1);
}

function spansOf(text: string): Set<number> {
  const spans = new Set<number>();
  for (const [whole, count = '', half, unit = ''] of text.matchAll(SPAN)) {
    if (unit === '月' && MONTH.test(whole)) continue;
    spans.add(Math.round((chineseNumber(count) + (half ? 0.5 : 0)) * (UNIT_DAYS[unit] ?? 1) * 1440));
  }
  return spans;
}

const FULL_DATE = /(\d{1,2}|十[一二]|[一二三四五六七八九十])月(\d{1,2}|[一二三四五六七八九十]{1,3})[号日]/gu;

function fullDatesOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(FULL_DATE)].map(([, month = '', day = '']) => `${chineseNumber(month)}-${chineseNumber(day)}`),
  );
}

/** People that cannot be one another. */
const PEOPLE: Record<string, RegExp> = {
  daughter: /女儿|闺女|囡/u,
  son: /儿子/u,
  mother: /妈|母亲|婆婆|岳母|奶奶|外婆|姥姥|老太太|阿嬷/u,
  father: /爸|父亲|公公|岳父|爷爷|外公|姥爷|老爷子|令尊|阿公/u,
  wife: /老婆|太太|妻子|爱人/u,
  husband: /老公|丈夫|先生在家/u,
};
const peopleOf = (text: string): Set<string> => new Set(Object.keys(PEOPLE).filter((one) => PEOPLE[one]?.test(text)));

const COLOUR = '[蓝红紫白黑黄绿灰粉棕金银橙]';
/** '从九十到六十二', '蓝的染成紫的': which way round. */
const CHANGES = [
  new RegExp(`(${COLOUR})[^,.]{0,10}?[成到变]+(?:了)?(${COLOUR})`, 'gu'),
  /(\d+)[^\d,.]{0,4}?(?:到|成|变)(?:了)?(\d+)/gu,
];

function changesOf(text: string): Set<string> {
  const changes = new Set<string>();
  for (const shape of CHANGES) for (const [, from, to] of text.matchAll(shape)) changes.add(`${from}>${to}`);
  return changes;
}

const AMOUNT =
  /(赔|修|订|买|来|到|收|退|扣|花|付|交|送|少|多|发|要|说)[^,\d一两二三四五六七八九十百千半]{0,3}(\d+|[一两二三四五六七八九十百千万]+)(?![楼号点月日次遍回])/gu;
function amountsOf(text: string): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [, verb = '', count = ''] of text.matchAll(AMOUNT)) if (!amounts.has(verb)) amounts.set(verb, chineseNumber(count));
  return amounts;
}

/** '五点才来': at what hour what happened. */
const CLOCK = /(\d{1,2}|[一两二三四五六七八九十]{1,3})点[^,\d]{0,4}?(来|到|出发|开|送|走|叫|关)/gu;
function clocksOf(text: string): Map<string, number> {
  return new Map([...text.matchAll(CLOCK)].map(([, hour = '', verb = '']) => [verb, chineseNumber(hour) % 12]));
}

const KINDS: readonly (readonly RegExp[])[] = [
  [/飞机|航班|机票|登机|航司/u, /火车|高铁|动车|列车/u, /轮船|邮轮|渡轮/u],
  [/数学/u, /英语|英文/u, /语文|作文/u, /物理/u, /化学/u],
  [/钢琴/u, /古筝/u, /吉他/u, /小提琴/u],
  [/猫/u, /狗|犬/u, /兔/u],
];
const kindsOf = (text: string): Set<string> =>
  new Set(KINDS.flatMap((group, at) => group.flatMap((kind, of) => (kind.test(text) ? [`${at}.${of}`] : []))));

const OPPOSITES = ['长短', '大小', '多少', '早晚', '松紧', '宽窄', '高低', '厚薄', '快慢', '冷热', '深浅', '粗细'];
/** '短了十厘米', '太短', '偏短'. */
const measured = (side: string): RegExp =>
  new RegExp(`(?:太|偏|过|量|做|改|剪|发|给|来|送)${side}|${side}(?:了|得|一|半|几|两|\\d)`, 'u');
const AGREES = /(?<!不)(?:同意|愿意|接受|满意)/u;
const DISAGREES = /不(?:同意|愿意|接受|满意)/u;
const ALLOWED = /(不能|不可以|不让|不支持|可以|能)([\u4e00-\u9fff]{2})/gu;
function allowedIn(text: string): Map<string, boolean> {
  return new Map([...text.matchAll(ALLOWED)].map(([, how = '', what = '']) => [what, !how.startsWith('不')]));
}

const UNWANTED = /(?:不要|不吃|不放|别放|别加|不加|不能放|免)(?:放|加|有)?([\u4e00-\u9fff]{2})/gu;
const OURS_DONE = /(?:师傅|我们|客服|店里|同事|公司|快递)(?:都|也)?已经[^,.]{0,8}(?:过|好|到|来|补|修|退|换)/u;
const BLAMES_CUSTOMER = /(?:您|你)(?:自己|本人)(?!试|换|查|拍|付|掏|跑|打|修|处理|去|买|承担|出|花|动手|重新|在|想|联系|带|垫)/u;
const CARRY_ON = /(?:想|要|希望)[^.!?]{0,10}(?:继续|续费|保留|留着)/u;
const GIVE_UP = /退|取消|不要了|不用了|不想/u;
const WISHED_AWAY = /(?:不想|不用|不必|不需要|不要|无需|不打算)(?:再|给您|我们|您)?(重做|重新|退|换|修|派人|上门|赔|补|来人)/gu;
const WISHED: Record<string, RegExp> = {
  重做: /重做|重新/u,
  重新: /重做|重新/u,
  退: /退(?!换)/u,
  换: /[要想求]换|换(?:一|个|台|新)/u,
  修: /修/u,
  派人: /来人|派人|上门|来修/u,
  来人: /来人|派人|上门/u,
  上门: /来人|派人|上门/u,
  赔: /赔/u,
  补: /补/u,
};

/** Who complains tells of nothing that went well. */
const WENT_WELL = /准时|按时|好在|幸好|顺利|已经[^,]{0,6}(?:好了|起来|答应|解决|修好)/u;
const BEFORE_US = /(?:来|送|买|用|装|洗|修)之前[^,]{0,8}就/u;
/** Asked for by the customer, in the telling; and whether the complaint asks for anything of the kind. */
const ASKED =
  /(?:您|你)[^,.?]{0,6}(?:想|希望|要(?!是)|打算|请)[^,.?]{0,10}(?:退|换|修|补|赔|催|打个?折|减|免|送|道歉|再订|续|取消|重)/u;
const ASKS = /[退换修补赔折减免要想催]|道歉|取消|重新|说法|处理|解决|怎么办|希望/u;

const PART_OF_DAY = /(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)(\d{1,2}|[一两二三四五六七八九十]{1,3})点/gu;
/** Which half of the day each hour is said to be in. */
function halvesOf(text: string): Map<number, boolean> {
  return new Map(
    [...text.matchAll(PART_OF_DAY)].map(([, part = '', hour = '']) => [chineseNumber(hour), /凌晨|清晨|早上|上午/u.test(part)]),
  );
}

const overlaps = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((one) => b.has(one));

/** Contradictions between a restatement and the complaint, named for the reader of a test. */
export function chineseConflicts(restatement: string, complaint: string): string[] {
  const said = normalise(restatement).text;
  const told = normalise(complaint).text;
  const conflicts: string[] = [];
  const apart = <T>(name: string, read: (text: string) => Set<T>): void => {
    const a = read(said);
    const b = read(told);
    if (a.size > 0 && b.size > 0 && ![...a].every((one) => b.has(one)) && !overlaps(a, b)) conflicts.push(name);
  };
  apart('span', spansOf);
  apart('person', peopleOf);
  const toldKinds = kindsOf(told);
  for (const kind of kindsOf(said)) {
    const group = `${kind.split('.')[0]}.`;
    if (!toldKinds.has(kind) && [...toldKinds].some((own) => own.startsWith(group))) conflicts.push('kind');
  }
  const hours = clocksOf(told);
  for (const [verb, hour] of clocksOf(said))
    if (hours.has(verb) && hours.get(verb) !== hour && ![...clocksOf(said).values()].includes(hours.get(verb) ?? -1))
      conflicts.push('hour');
  const dates = fullDatesOf(told);
  if (dates.size > 0 && [...fullDatesOf(said)].some((date) => !dates.has(date))) conflicts.push('date');
  const changes = changesOf(told);
  for (const change of changesOf(said)) if (changes.has(change.split('>').reverse().join('>'))) conflicts.push('turned round');
  for (const [, thing = ''] of told.matchAll(UNWANTED))
    if (new RegExp(`(?:多|要|加)(?:放|加|点|些){0,2}${thing}`, 'u').test(said.replace(/不要/gu, ''))) conflicts.push('unwanted');
  if (OURS_DONE.test(said) && /没|不/u.test(told) && !OURS_DONE.test(told)) conflicts.push('done');
  if (BLAMES_CUSTOMER.test(said) && !/我自己|自己/u.test(told)) conflicts.push('who did it');
  if (/本来[^,]{0,6}就/u.test(said) && !/本来/u.test(told)) conflicts.push('who did it');
  if (CARRY_ON.test(said) && GIVE_UP.test(told) && !CARRY_ON.test(told)) conflicts.push('wish');
  for (const [, wish = ''] of said.matchAll(WISHED_AWAY))
    if (WISHED[wish]?.test(told) && !new RegExp(`(?:不想|不用|不要|不能|没).{0,2}${wish}`, 'u').test(told))
      conflicts.push('wish');
  const amounts = amountsOf(told);
  for (const [verb, count] of amountsOf(said)) {
    const own = amounts.get(verb);
    if (own !== undefined && own !== count && [...amounts].some(([other, value]) => other !== verb && value === count))
      conflicts.push('amount');
  }
  for (const [one = '', two = ''] of OPPOSITES.flatMap((pair) => [[...pair], [...pair].reverse()]))
    if (measured(one).test(said) && measured(two).test(told) && !measured(one).test(told)) conflicts.push('opposite');
  if (AGREES.test(said) && !DISAGREES.test(said) && DISAGREES.test(told)) conflicts.push('agrees');
  const allowed = allowedIn(told);
  for (const [what, may] of allowedIn(said)) if (allowed.has(what) && allowed.get(what) !== may) conflicts.push('allowed');
  if (/[想要]取消|退订|注销/u.test(said) && !/取消|退|注销/u.test(told)) conflicts.push('wish');
  if (/没收到|没有收到|还没到|没送到/u.test(said) && !/没|不见/u.test(told) && /送来|收到|到了|寄来|到手/u.test(told))
    conflicts.push('arrived');
  if (WENT_WELL.test(said) && !WENT_WELL.test(told)) conflicts.push('went well');
  if (BEFORE_US.test(said) && !/之前|以前|原来/u.test(told)) conflicts.push('who did it');
  if (ASKED.test(said) && !ASKS.test(told)) conflicts.push('wish');
  const halves = halvesOf(told);
  for (const [hour, morning] of halvesOf(said)) if (halves.has(hour) && halves.get(hour) !== morning) conflicts.push('hour');
  return conflicts;
}
