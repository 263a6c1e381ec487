/** What is put in place of personal data, by kind; `TEXT` is a text that looks like a placeholder itself. */
export const KINDS = ['NAME', 'EMAIL', 'LINK', 'PHONE', 'CARD', 'ADDRESS', 'CODE', 'TEXT'] as const;
export type Kind = (typeof KINDS)[number];

const han = '\\p{Script=Han}';
const digit = '[\\d０-９]';
const zhCount = `[\\d０-９一二三四五六七八九十百]+`;

const koSurname =
  '(?:남궁|황보|제갈|선우|독고|사공|서문|[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용])';
/** Begin like a family name, and name nobody. */
const koNobody =
  '(?!(?:고객|선생|사장|손님|회원|주문자|구매자|기사|안내원|이용자|담당|상담|부모|어머|아버|여러|이사|원장|전무|주인|하느|임직원|우리|소비자|공급자|사용자|방문자|구독자|신청자|문의자))';
const zhSurname =
  '(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚陸賈韋鄒龔萬錢嚴湯閻賀顧羅])';
const enWord = "\\p{Lu}[\\p{Ll}\\p{Lu}'’-]*\\p{Ll}";
const enName = `${enWord}(?:[ \\t]+(?:\\p{Lu}\\.?[ \\t]+)?${enWord}){0,2}`;
const enNobody =
  '(?!(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Customer|Sir|Madam|Team|There|All|Everyone|Client|Guest|Friend|Valued|Support|Service|Colleague|The|Our|And|We|I|You)\\b)';

/** Where a pattern has a group `it`, that alone is personal. */
export const PERSONAL: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ['EMAIL', /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]+\s?[@＠]\s?(?:[\p{L}\p{N}-]+[.．])+(?:[a-z]{2,}|[\p{L}]{2,})/giu],
  ['EMAIL', /(?<![\w.+-])[\w.+-]+\s?(?:\(at\)|\[at\]|\sat\s)\s?[\w-]+\s?(?:\(dot\)|\[dot\]|\sdot\s)\s?[a-z]{2,}/giu],
  ['LINK', /(?:https?|ftp):\/\/[^\s<>"'，。；、）)\]]+/giu],
  ['LINK', /\bwww\.[^\s<>"'，。；、）)\]]+/giu],
  [
    'LINK',
    /(?<![\w@.-])(?:[a-z\d-]+\.)+(?:com|net|org|io|info|biz|app|dev|me|kr|cn|jp|hk|tw|sg|uk|de|fr|eu|us)(?![\w-])(?:\/[^\s<>"'，。；、）)\]]*)?/giu,
  ],
  ['LINK', /(?<![\w@])@[a-z][\w.]{2,}/giu],
  [
    'CODE',
    /(?:微信|wechat|whatsapp|telegram|카톡|카카오톡|kakao(?:talk)?|\bline|\bqq)\s?(?:号|號|id|아이디)?\s?(?:is|는|은|是)?\s?[:：]?\s?(?<it>[a-z\d][\w.-]{3,})/giu,
  ],
  [
    'ADDRESS',
    /\b\d{1,6}[A-Za-z]?(?:[ \t]+(?:[NSEW]\.?|North|South|East|West))?(?:[ \t]+\p{Lu}[\p{L}'’.-]*){1,4}[ \t]+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Square|Sq|Terrace|Close|Crescent|Highway|Hwy|Parkway|Pkwy|Row|Gardens)\b\.?(?:,?[ \t]+(?:Apt|Apartment|Unit|Flat|Suite|Ste|Floor|#)\.?[ \t]*[\w-]+)?(?:,[ \t]*\p{Lu}[\p{L}'’-]*\p{Ll}(?:[ \t]\p{Lu}[\p{L}'’-]*\p{Ll}){0,2}){0,3}(?:,?[ \t]+[A-Z]{2}[ \t]+\d{5}(?:-\d{4})?)?/gu,
  ],
  ['ADDRESS', /\b(?:Apt|Apartment|Unit|Flat|Suite)\.?[ \t]*#?\d+[A-Za-z]?\b/gu],
  ['ADDRESS', /\bP\.?[ \t]?O\.?[ \t]?Box[ \t]?\d+/giu],
  ['ADDRESS', /\b[A-Z]{1,2}\d[A-Z\d]?[ \t]\d[A-Z]{2}\b/gu],
  [
    'ADDRESS',
    new RegExp(
      `(?:${han}{2,8}?(?:省|自治区|自治區|市|区|區|县|縣|镇|鎮|乡|鄉)){0,3}${han}{1,8}?(?:路|街|大道|道|巷|弄|胡同|村|小区|小區|花园|花園|苑)\\s?${zhCount}\\s?(?:号|號|弄|巷|栋|棟|幢|座|单元)(?:\\s?(?:${zhCount}|[A-Za-z])\\s?(?:号楼|號樓|栋|棟|幢|座|单元|單元|层|層|楼|樓|室|号|號|房))*`,
      'gu',
    ),
  ],
  [
    'ADDRESS',
    new RegExp(
      `(?:${zhCount}\\s?(?:号楼|號樓|栋|棟|幢|座|单元|單元)\\s?)+(?:${zhCount}\\s?(?:层|層|楼|樓)\\s?)?${zhCount}\\s?(?:室|号|號|房)?`,
      'gu',
    ),
  ],
  [
    'ADDRESS',
    /(?:[가-힣]{1,8}(?:특별시|광역시|특별자치시|특별자치도|시|도|군|구|읍|면)\s+){1,4}[가-힣\d·.]{1,12}(?:대로|로|길|동|리|가)\s?\d+(?:-\d+)?(?:번?길\s?\d+(?:-\d+)?|번지)?(?:[\s,]+[가-힣A-Za-z\d]{1,12}(?=[\s,]+\d+동))?(?:[\s,]*\d+동)?(?:[\s,]*\d+층)?(?:[\s,]*\d+호)?/gu,
  ],
  ['ADDRESS', /[가-힣\d]{1,10}(?<!으)(?:대로|로|길)\s?\d+(?:-\d+)?번?길\s?\d+(?:-\d+)?/gu],
  ['ADDRESS', /[가-힣]{1,5}(?:동|리|가)\s?\d{1,4}-\d{1,4}(?:번지)?/gu],
  ['ADDRESS', /\d{1,4}동\s?\d{1,5}호/gu],
  [
    'NAME',
    new RegExp(`\\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof|MR|MRS|MS|DR)\\b\\.?[ \\t]+(?<it>${enName}|\\p{Lu}{2,})`, 'gu'),
  ],
  [
    'NAME',
    new RegExp(
      `\\b(?:Dear|Hi|Hello|Hey|Thanks|Thank you|HI|Good (?:morning|afternoon|evening)),?[ \\t]+${enNobody}(?<it>${enName})(?=[ \\t]*[,!.\\n:—-]|$)`,
      'gu',
    ),
  ],
  [
    'NAME',
    new RegExp(
      `\\b(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Tt]ruly|[Tt]hanks|[Cc]heers|[Yy]ours|[Bb]est)[,.!]?[ \\t]*\\n\\s*${enNobody}(?<it>${enName})(?=\\s*(?:\\n|$|,|\\|))`,
      'gu',
    ),
  ],
  [
    'NAME',
    new RegExp(
      `\\b(?:[Mm]y name is|[Mm]y name's|[Ii] am called|[Nn]ame:|[Ss]igned,?|[Cc]ontact:|[Aa]ttn:?|[Aa]sk for|[Ss]poke (?:to|with))[ \\t]+${enNobody}(?<it>${enName})`,
      'gu',
    ),
  ],
  [
    'NAME',
    new RegExp(
      `(?<![가-힣])${koNobody}(?<it>${koSurname}[가-힣]{0,3}?)\\s?(?:고객님|고객|선생님|선생|사장님|과장|대리|부장|차장|팀장|실장|대표|이사님|기사님|매니저|상담사|원장님|님|씨)`,
      'gu',
    ),
  ],
  [
    'NAME',
    new RegExp(
      `(?:저는|제 이름은|이름은|성함은|성함[:：]|이름[:：]|담당자|상담사|상담원|받는 분|수령인|예약자)[ \\t]*[:：]?[ \\t]*${koNobody}(?<it>${koSurname}[가-힣]{1,3}?)(?=입니다|이라고|라고|이에요|예요|이고|이며|인데|이|가|은|는|을|를|에게|한테|[\\s,.]|$)`,
      'gu',
    ),
  ],
  ['NAME', new RegExp(`(?<![가-힣])${koNobody}(?<it>${koSurname}[가-힣]{1,3})[ \\t]?(?:드림|올림|배상)`, 'gu')],
  [
    'NAME',
    new RegExp(
      `(?<it>${zhSurname}${han}{0,2}?)(?:先生|女士|小姐|太太|老师|老師|师傅|師傅|经理|經理|总监|主任|医生|醫生|同学|阿姨|大哥|大姐|总(?=[，,：:！!。、您你]))`,
      'gu',
    ),
  ],
  [
    'NAME',
    new RegExp(
      `(?:我叫|我的名字是|名字是|名字叫|姓名[:：]?|联系人[:：]?|聯繫人[:：]?|收件人[:：]?|客户[:：]|客服)\\s?(?<it>${zhSurname}${han}{1,2}?)(?=[，,。！!：:；;\\s（(]|$|的|在|是|从|，)`,
      'gu',
    ),
  ],
  [
    'CODE',
    /(?:\b(?:order|invoice|serial|tracking|booking|reservation|case|ticket|policy|account|warranty|receipt|reference|ref|member(?:ship)?|customer|parcel|contract|passport|imei|s\/n|sn)\b|订单|訂單|单号|單號|序列号|序列號|编号|編號|会员|會員|快递|快遞|发票|發票|合同|保修|账号|帳號|工单|주문|송장|운송장|시리얼|일련|계약|예약|접수|회원|고객|보증|영수증|모델)\s?(?:no|num(?:ber)?|id|code|号码|號碼|号|號|번호)?\.?\s?(?:is|was|는|은|为|為|是)?\s?[:：#]?\s?(?<it>#?(?=[a-z\d-]*\d)[a-z\d][a-z\d/_-]{2,}[a-z\d])/giu,
  ],
  ['CODE', /#\s?\d{2,}/gu],
  [
    'CODE',
    /(?<![\p{Script=Latin}\d])(?=[a-z\d_/-]*[a-z])(?=(?:[a-z_/-]*\d){3})[a-z\d]+(?:[-_/][a-z\d]+)*(?![\p{Script=Latin}\d])/giu,
  ],
];

/** Times, dates and sums: the reply is about them, so they stay. */
export const PLAIN_NUMBERS: readonly RegExp[] = [
  /(?<![\d-])(?:19|20)\d{2}\s?[-./年년]\s?(?:1[0-2]|0?[1-9])\s?[-./月월]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d|[-.]\d)(?:T\d{2}:\d{2}(?::\d{2})?Z?)?/gu,
  /(?<![\d.+-])(?:3[01]|[12]\d|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])[./-](?:(?:19|20)\d{2}|\d{2})(?!\d|[-.]\d)/gu,
  /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/gu,
  /(?:[$€£¥￥₩]|\b(?:USD|EUR|GBP|KRW|CNY|RMB))\s?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{1,2})?(?!,?\d|-)/gu,
  /(?<![\d-])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?(?!,?\d|-)/gu,
  /(?<![\d-])\d{1,9}(?:\.\d{1,2})?(?=\s?(?:원|만원|元|块|塊|美元|won\b|dollars?\b|yuan\b|euros?\b|pounds?\b))/giu,
];

/** Seven digits or more with what people put between them. */
export const DIGIT_RUN = new RegExp(
  `[+＋]?\\(?${digit}(?:[ \\t\\u00a0\\u200b-\\u200d\\u2060\\ufeff/()（）.．\\-–—－−·]{0,3}${digit}){5,}[xX]?`,
  'gu',
);
