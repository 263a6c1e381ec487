import { createReadStream } from 'node:fs';
import fc from 'fast-check';

/** The bytes in pieces of the given size: edges fall inside characters, quotes and line breaks. */
export async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const fixture = (name: string) => createReadStream(new URL(`../fixtures/files/${name}`, import.meta.url));

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const of = (text: string) => fc.constantFrom(...text.split(' '));

const koreanName = fc
  .tuple(
    of('김 이 박 최 정 강 조 윤 장 임 남궁 황보 제갈 구 탁 반'),
    of('민준 서윤 도현 예은 지훈 수빈 영숙 말자 철수 봉남 혜린 찬열 다솜 꽃님 빛나 은별 태웅 순덕'),
  )
  .map(([family, given]) => family + given);
const koreanThing = of(
  '세탁기 냉장고 공기청정기 김치냉장고 로봇청소기 전기밥솥 안마의자 제습기 식기세척기 스탠드에어컨 빔프로젝터 노트북 태블릿 정수기렌탈',
);
const koreanFirm = of('한빛상사 대성기계 푸른농원 우리식품 새한전자 동아약국 삼미인테리어 해오름펜션 늘봄유치원 미래건설');
const chineseName = fc
  .tuple(
    of('王 李 张 刘 陈 杨 黄 赵 吴 周 欧阳 司马 诸葛 谭 邵 钱'),
    of('伟 芳 秀英 建国 志强 晓明 雨桐 子轩 浩然 梦琪 国栋 丽娟 海燕 永福 思远 佳怡 鹏飞'),
  )
  .map(([family, given]) => family + given);
const chineseThing = of(
  '洗衣机 电冰箱 空气净化器 电饭煲 扫地机器人 笔记本电脑 按摩椅 热水器 抽油烟机 打印机 投影仪 净水器 床垫 沙发',
);
const chineseFirm = of('东方机械有限公司 长江贸易 顺达物流 金鼎餐饮 华星电子 蓝天幼儿园 恒通建材 瑞康药房 明珠酒店');

export interface Language {
  readonly header: string;
  readonly row: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
}

const rowOf = (name: fc.Arbitrary<string>, firm: fc.Arbitrary<string>, thing: fc.Arbitrary<string>) =>
  fc
    .tuple(name, firm, thing, fc.integer({ min: 0, max: 9999 }))
    .map(([who, where, what, n]) => `${who},${where},010-0000-${n},u${n}@example.com,${what},2026-11-20`);

export const korean: Language = {
  header: '고객명,회사,휴대폰,이메일,제품,구매일',
  row: rowOf(koreanName, koreanFirm, koreanThing),
  name: koreanName,
};
export const chinese: Language = {
  header: '客户姓名,公司,手机,邮箱,产品,购买日期',
  row: rowOf(chineseName, chineseFirm, chineseThing),
  name: chineseName,
};

/** A sheet with its own or an English header. */
export const sheetIn = (language: Language): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(language.header, 'customer,company,phone,email,product,bought on'),
      fc.array(language.row, { minLength: 2, maxLength: 30 }),
    )
    .map(([header, rows]) => `${[header, ...rows].join('\r\n')}\r\n`);
