/** Made-up customers; days are how long ago they bought, so that calls are due whenever the playground is opened. */
const rows: readonly (readonly [customer: string, company: string, phone: string, email: string, product: string, daysAgo: number, rep: string])[] = [
  ['Ava Thompson', 'Thompson Dental', '+1 415 555 0132', 'ava@thompson.example', 'Autoclave S2', 1, 'hannah.brooks@example.com'],
  ['Marcus Reed', 'Reed & Sons Bakery', '+1 415 555 0178', 'marcus@reedbakery.example', 'Deck oven 40', 4, 'hannah.brooks@example.com'],
  ['Priya Nair', 'Lotus Hotel', '+1 628 555 0114', 'priya@lotushotel.example', 'Dishwasher P7', 11, 'hannah.brooks@example.com'],
  ['Olivia Grant', '', '+1 510 555 0167', 'olivia.grant@mail.example', 'Air purifier A3', 0, 'hannah.brooks@example.com'],
  ['Daniel Ortiz', 'Ortiz Cycles', '+1 415 555 0190', 'daniel@ortizcycles.example', 'Compressor C1', 2, 'hannah.brooks@example.com'],
  ['김민지', '한빛치과', '010-5550-1201', 'minji@hanbit.example', '공기청정기 A3', 1, 'minseo.kim@example.com'],
  ['박서준', '서준베이커리', '010-5550-1202', 'seojun@bakery.example', '오븐 40', 4, 'minseo.kim@example.com'],
  ['이하늘', '', '010-5550-1203', 'haneul@mail.example', '정수기 W2', 11, 'minseo.kim@example.com'],
  ['최윤서', '윤서필라테스', '010-5550-1204', 'yunseo@pilates.example', '공기청정기 A5', 0, 'minseo.kim@example.com'],
  ['王小明', '小明自行车行', '138 5550 1301', 'xiaoming@bike.example', '空压机 C1', 1, 'minseo.kim@example.com'],
  ['陈丽华', '丽华酒店', '138 5550 1302', 'lihua@hotel.example', '洗碗机 P7', 4, 'hannah.brooks@example.com'],
  ['Sam Okafor', 'Okafor Gym', '+1 415 555 0155', 'sam@okaforgym.example', 'Water cooler W2', 30, 'hannah.brooks@example.com'],
];

const dayMs = 86_400_000;

/** A sheet as a small shop would have it, ready to be sent to the bot. */
export function sampleSheet(now: Date): string {
  const lines = rows.map(([customer, company, phone, email, product, daysAgo, rep]) => {
    const boughtOn = new Date(now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10);
    return [customer, company, phone, email, product, boughtOn, rep].join(',');
  });
  return `${['customer,company,phone,email,product,bought on,rep', ...lines].join('\n')}\n`;
}
