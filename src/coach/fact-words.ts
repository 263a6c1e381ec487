/** Words that facts are made of, by language. Unknown words count too (facts.ts); these only say what conflicts with what. */

const list = (words: string): string[] => words.split(/[\s|]+/u).filter(Boolean);

export const NUMBER_WORDS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, once: 1, twice: 2, thrice: 3, second: 2, third: 3, fourth: 4, fifth: 5,
  both: 2, pair: 2, couple: 2, dozen: 12, fortnight: 14, half: 0.5,
  한: 1, 하나: 1, 두: 2, 둘: 2, 세: 3, 셋: 3, 석: 3, 네: 4, 넷: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10, 스무: 20, 스물: 20, 서른: 30, 마흔: 40, 쉰: 50, 하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 보름: 15, 첫: 1,
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 俩: 2, 半: 0.5,
}; // biome-ignore format: a table

/** What may be counted after a Korean or Chinese number word, so that '네' (yes) and '一直' are no numbers. */
export const KOREAN_COUNTER =
  '번|차례|건|개|명|분|시간|달|개월|주|주일|대|병|벌|장|켤레|마리|잔|통|권|박|포기|층|쪽|존|배|곳|군데|회|살|시|포|그릇|송이|kg|회차|줄|칸|판|쌍|그루|자루|가지|방울|점|원';
export const CHINESE_COUNTER =
  '次|遍|趟|回|个|天|周|月|年|套|件|台|块|元|万|百|千|根|条|只|张|盒|瓶|位|点|小时|分钟|层|页|节|间|晚|双|把|封|扇|岁|斤|公里|箱|袋|本|份|辆|门|颗|束|杯|道|通|单|人|星期|楼|号|包|片|盆|架|副|面|顿|桌|成|倍|米';

/** Names of days and months in one form. */
export const DATES: Record<string, string> = {
  monday: 'd1', tuesday: 'd2', wednesday: 'd3', thursday: 'd4', friday: 'd5', saturday: 'd6', sunday: 'd7', january: 'm1', february: 'm2', march: 'm3', april: 'm4', june: 'm6', july: 'm7', august: 'm8', september: 'm9',
  october: 'm10', november: 'm11', december: 'm12', yesterday: 'r-1', 월요일: 'd1', 화요일: 'd2', 수요일: 'd3', 목요일: 'd4', 금요일: 'd5', 토요일: 'd6', 일요일: 'd7', 어제: 'r-1', 그저께: 'r-2', 그제: 'r-2', 지난달: 'mm-1', 지난주: 'w-1', 작년: 'y-1',
  周一: 'd1', 周二: 'd2', 周三: 'd3', 周四: 'd4', 周五: 'd5', 周六: 'd6', 周日: 'd7', 周天: 'd7', 星期一: 'd1', 星期二: 'd2', 星期三: 'd3', 星期四: 'd4', 星期五: 'd5', 星期六: 'd6', 星期天: 'd7', 星期日: 'd7', 昨天: 'r-1', 前天: 'r-2', 上个月: 'mm-1', 上月: 'mm-1', 去年: 'y-1',
}; // biome-ignore format: a table

/** What a customer may want; wanting one is not wanting another. */
export const WISHES: Record<string, readonly string[]> = {
  refund: [
    'refund',
    'money back',
    'return the',
    'send it back',
    '환불',
    '반품',
    '돈으로 돌려',
    '돌려받',
    '退货',
    '退款',
    '退掉',
    '退钱',
    '全额退',
    '要退',
    '退还',
    '退费',
    '想退',
    '退回',
  ],
  repair: [
    'repair',
    'mended',
    'mend ',
    'fixed',
    '수리',
    '고쳐 주',
    '고치기를',
    '维修',
    '修好',
    '来修',
    '派人修',
    '派人来修',
    '来人',
    '派人',
    '派师傅',
    '上门修',
  ],
  replacement: [
    'replacement',
    'replaced',
    'new one',
    'swap',
    'exchange',
    '교환',
    '새것으로',
    '새 제품으로',
    '换货',
    '换新',
    '换一个',
    '换个',
    '换一件',
    '换一套',
    '换台',
    '换掉',
    '要换',
    '换一台',
    '换成',
  ],
};

/** Things that people buy and complain about; two of different kinds cannot be the same thing. */
export const THINGS = new Set(
  list(`piano keyboard laptop phone tablet mixer kettle dishwasher fridge freezer oven microwave toaster washer dryer sofa table chair bed mattress wardrobe desk lamp bike scooter car tyre boat treadmill
  camera printer router screen monitor television tv speaker headphones watch ring necklace glasses lenses shoes boots coat dress suit shirt jacket cake bread pizza flowers plant boiler heater shower tap sink toilet
  carpet curtain pram stroller wheelchair crib toy drone lawnmower vacuum iron blender juicer coffee guitar violin drums tent bag suitcase bottle flight hotel room gym insurance broadband booking parcel
  건조기 세탁기 냉장고 청소기 에어컨 선풍기 전자레인지 오븐 밥솥 정수기 비데 안마의자 소파 책상 의자 침대 매트리스 옷장 노트북 컴퓨터 휴대폰 핸드폰 태블릿 프린터 모니터 텔레비전 티비 자전거 유모차 카시트 안경 렌즈 보청기 시계 반지 목걸이 신발 구두 운동화 코트 원피스 정장 한복
  가방 캐리어 케이크 꽃다발 화분 보일러 온수기 샤워기 변기 키오스크 도어락 카메라 스피커 이어폰 공유기 텐트 침낭 드럼 피아노 기타 현관문 벽지 마루 커튼 헬스장 호텔 항공권 보험 사료 급식기
  跑步机 按摩椅 冰箱 洗衣机 烘干机 空调 电视 电饭煲 微波炉 烤箱 油烟机 热水器 净水器 扫地机 吸尘器 沙发 床垫 衣柜 书桌 餐桌 椅子 手机 电脑 笔记本 平板 打印机 路由器 宽带 网线 耳机 音箱 相机 手表 戒指 项链 眼镜 助听器 鞋子 皮鞋 靴子 大衣 连衣裙 西装 工作服 箱包 行李箱
  蛋糕 鲜花 浴霸 吊顶 马桶 花洒 电动车 自行车 轮胎 婴儿车 安全座椅 保温杯 面霜 洗面奶 洗碗机 咖啡机 健身卡 机票 酒店 保险 猫粮 狗粮 钢琴 吉他`),
);

/** English words that carry no fact. */
export const ENGLISH_EMPTY = new Set(
  list(`a an the and or but if so then that this these those there here it its it's is are was were be been being am do does did done have has had having will would can could shall should may might must i you he she we they me him her us them
  my your his our their mine yours ours of in on at to from by for with without about into onto over under after before since until till up down out off as than too very just only also even still again more most much many some any no not nor
  never ever all both each every other another such same own what which who whom whose when where why how because while though yet please sorry thank thanks yes right correct have got get gets getting make makes made let us 's ll re ve d m
  one thing things way lot really quite right now today time times go goes went going come comes came say says said tell told ask asked know understand understood like want wanted wants need needs needed would'd us ours am has i'm you're ok okay
  it'd first last next new old day days week weeks month months year years hour hours minute minutes am pm mr mrs ms dr happened happen summary fair account follow following reading hear heard mean meant able left good bad help will shall take took put
  problem issue product service customer fact through between during where against around near away back both between out`),
);

/** Concepts: words of one line say the same thing, so that a fact told in other words still counts. */
export const SAME: readonly (readonly string[])[] = [
  'jam jammed seize seized stick stuck sticking lock locked freeze frozen freezing froze freezes',
  'break broken broke snap snapped crack cracked shatter shattered smash smashed split',
  'stop stopped stops stopping die died dead fail failed fails failure halt cut cuts',
  'leak leaked leaking leaks drip dripped flood flooded flooding wet soaked water',
  'late delay delayed delays overdue wait waited waiting waits',
  'scratch scratched scratches mark marked scuff dent dented gouge',
  'refund refunded reimburse repay money fee charge charged charging charges pay paid payment payments taken',
  'replace replacement replaced swap exchange instead',
  'repair repaired repairs mend mended fix fixed fixes remedy',
  'call called calls ring rang phone phoned phoning calling',
  'buy bought purchase purchased sold had',
  'fit fitted fitters install installed installer installers mounted',
  'collect collected collection pick picked fetch fetched collecting',
  'doctor surgery clinic hospital medical gp',
  'pregnant expecting baby newborn',
  'hot burn burnt burning smell smells smoke smoky',
  'noise noisy buzz buzzing hum humming rattle rattling squeal squealing squeak squeaky loud sound',
  'cancel cancelled cancellation notice terminate terminated',
  'guest guests people visitors party dinner',
  'child children kid kids son daughter toddler boy girl',
  'mother mum mom father dad parents parent',
  'hurt bruised injured injury pain painful fell fall fallen thrown',
  'lose lost missing gone vanished disappear disappeared arrive arrived',
  'wrong incorrect mistaken mixed other different',
  'headache sick ill unwell poisoned',
  'cold heating boiler heat freezing',
  'drop dropped drops dropping disconnect disconnected cutting',
  'dirty filthy stained stain stains mould mouldy',
  'worse aggravate aggravated',
  'pill pills tablet tablets medicine medication',
  'ceiling roof',
  'holiday honeymoon trip vacation',
  'exam test recital',
  'hire rent rented hired renting',
].map(list);

/** Korean: endings of a first word that say the same. */
export const SAME_KOREAN: readonly (readonly string[])[] = [
  '구입 구매 산 사신 샀어요 샀는데 들이신 산지 구입한 인수하신 인수',
  '환불 반품 돌려받 돈으로',
  '고장 멈춰 멈췄 멈춘 작동 먹통 서버 서 멈',
  '전화 통화 연락 호출',
  '긁어 긁혔 긁힌 흠 흠집 스크래치',
  '어머니 어머님 엄마 모친',
  '아버지 아버님 부친',
  '아이 아기 애들 아이들 자녀 아이가',
  '새 샌 새서 새어 누수 물이 물',
  '얼어 얼었 얼어버렸',
  '다쳐 다치 다친 다쳤 삐끗 부상',
  '결제 이중 이중으로 두번',
  '항의 민원',
  '무서 무섭 겁',
  '직원 기사 기사님 직원분',
  '병원 의원',
  '못 들으 놓치 놓쳤',
  '탄 타는 탄내',
  '코드 전원 플러그',
  '이달 이번',
].map(list);

/** Chinese: words of one line say the same. */
export const SAME_CHINESE: readonly (readonly string[])[] = [
  '退货 退掉 退款 退钱 退', '摔倒 摔着 摔 跌倒', '裂 裂缝 缝 裂痕 裂道', '坏 故障 失灵 不能用 用不了 报废', '漏水 漏 渗水 泡 湿', '断 断网 掉线 断线', '迟到 晚 延误 误',
  '发错 不符 错', '没人接 没接到 没接 打不通', '两次 两趟 两回 两遍', '领导 老板 主管', '挨了 被说 批评', '着急 急', '红 痒 过敏', '修补 补 回来补', '在家上班 居家办公', '老人 婆婆 老爷子 父亲 爸', '孩子 小孩 宝宝',
].map(list); // biome-ignore format: a table
