import type { CastPerson } from './cast.ts';

/** Purchases of the last days, so that the calls of day 2, 5 and 12 fall on today and the days to come. */
const PURCHASES: readonly (readonly [
  customer: string,
  company: string,
  phone: string,
  email: string,
  product: string,
  daysAgo: number,
])[] = [
  ['Claire Dubois', 'Dubois Bakery', '+33 1 5550 0142', 'claire@dubois.example', 'Steam oven S4', 1],
  ['박지훈', '한빛식당', '+82 2-5550-0117', 'jihoon@hanbit.example', 'Dishwasher D20', 1],
  ['Omar Haddad', 'Cedar Catering', '+1 415 555 0133', 'omar@cedar.example', 'Blast chiller B2', 4],
  ['王丽', '海风酒店', '+86 21 5550 0155', 'wangli@haifeng.example', 'Ice machine I7', 4],
  ['이서연', '서연베이커리', '+82 51-5550-0190', 'seoyeon@bakery.example', 'Dough sheeter R1', 11],
  ['Grace O’Neill', 'Harbour Street Café', '+1 628 555 0171', 'grace@harbourcafe.example', 'Espresso machine E3', 11],
  ['张伟', '', '+86 10 5550 0128', 'zhangwei@mail.example', 'Range hood H5', 0],
  ['Kim Sanders', 'Sanders Deli', '+1 510 555 0109', 'kim@sandersdeli.example', 'Slicer L8', 0],
];

/** A file to try the import with; the reps of the cast take turns. */
export function sampleCustomers(now: Date, cast: readonly CastPerson[]): string {
  const reps = cast.filter((person) => person.role === 'rep');
  const rows = PURCHASES.map(([customer, company, phone, email, product, daysAgo], index) => {
    const boughtOn = new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    return [customer, company, phone, email, product, boughtOn, reps[index % reps.length]?.email ?? ''].join(',');
  });
  return ['customer,company,phone,email,product,bought on,rep', ...rows, ''].join('\n');
}
