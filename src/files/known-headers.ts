import type { Field, Format, Headers } from './field.ts';

/**
 * A contacts export of HubSpot in English. It carries no purchases of its own: the dates say when the contact became a customer,
 * the product comes from a property of the team's or from the deal's name.
 */
const hubspot: Headers = {
  customerId: ['Record ID', 'Contact ID', 'Record ID - Contact'],
  firstName: ['First Name'],
  lastName: ['Last Name'],
  company: ['Company Name', 'Associated Company', 'Associated Company (Primary)', 'Primary Associated Company'],
  phone: ['Mobile Phone Number', 'Phone Number', 'WhatsApp Phone Number'],
  email: ['Email'],
  country: ['Country/Region', 'Country'],
  language: ['Preferred language', 'Language'],
  birthday: ['Date of birth', 'Birthday', 'Birth date'],
  note: ['Notes'],
  product: ['Product', 'Product name', 'Products', 'Product purchased', 'Recent Deal Name', 'Associated Deal'],
  boughtOn: ['Recent Deal Close Date', 'Close Date', 'Became a Customer Date'],
  amount: ['Recent Deal Amount'],
  status: ['Lifecycle Stage'],
  rep: ['Contact owner', 'HubSpot Owner'],
};

/** An orders export of Shopify; the header is English in every shop language. */
const shopify: Headers = {
  name: ['Billing Name', 'Shipping Name'],
  company: ['Billing Company', 'Shipping Company'],
  phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
  email: ['Email'],
  country: ['Shipping Country', 'Billing Country'],
  note: ['Notes'],
  product: ['Lineitem name'],
  boughtOn: ['Created at', 'Paid at'],
  quantity: ['Lineitem quantity'],
  amount: ['Lineitem price'],
  currency: ['Currency'],
  purchaseId: ['Id'],
  order: ['Name'],
  status: ['Financial Status'],
  cancelled: ['Cancelled at'],
  rep: ['Employee'],
};

const words = (...lists: readonly string[]) => lists.flatMap((list) => list.split(' | '));

/** Our own sheet, in any order, in English, Chinese (both scripts) and Korean. */
const sheet: Headers = {
  customerId: words(
    'customer id | customer no | customer number | client id | account id | crm id',
    '고객번호 | 고객id | 고객코드 | 회원번호',
    '客户编号 | 客户id | 客户代码 | 会员号 | 客戶編號 | 客戶代碼 | 會員編號',
  ),
  name: words(
    'customer | customer name | client | client name | full name | buyer | contact name | contact | contact person | name',
    '고객 | 고객명 | 고객성명 | 고객이름 | 구매자 | 구매자명 | 구입자 | 주문자 | 주문자명 | 회원명 | 성명 | 이름 | 고객님',
    '客户 | 客户姓名 | 客户名称 | 客户名 | 顾客 | 顾客姓名 | 买家 | 买家姓名 | 购买人 | 会员姓名 | 联系人 | 联系人姓名 | 姓名 | 名字 | 客戶 | 客戶姓名 | 客戶名稱 | 顧客 | 顧客姓名 | 買家 | 買家姓名 | 購買人 | 會員姓名 | 聯絡人 | 聯絡人姓名 | 聯繫人',
  ),
  firstName: words('first name | given name | firstname'),
  lastName: words('last name | surname | family name | lastname'),
  company: words(
    'company | company name | organization | organisation | account | account name | business | firm',
    '회사 | 회사명 | 업체 | 업체명 | 거래처 | 거래처명 | 상호 | 상호명 | 소속 | 기업명 | 법인명',
    '公司 | 公司名称 | 企业 | 企业名称 | 单位 | 单位名称 | 公司名稱 | 企業 | 企業名稱 | 單位 | 單位名稱',
  ),
  phone: words(
    'mobile | mobile phone | mobile number | mobile phone number | cell | cell phone | phone | phone number | telephone | tel | contact number',
    '휴대폰 | 휴대폰번호 | 휴대전화 | 휴대전화번호 | 핸드폰 | 핸드폰번호 | 모바일 | 연락처 | 전화 | 전화번호 | 고객연락처 | 구매자연락처',
    '手机 | 手机号 | 手机号码 | 移动电话 | 电话 | 电话号码 | 联系电话 | 联系方式 | 客户电话 | 手機 | 手機號 | 手機號碼 | 行動電話 | 電話 | 電話號碼 | 聯絡電話 | 聯繫電話 | 連絡電話',
  ),
  email: words(
    'email | e-mail | email address | e-mail address | mail | customer email',
    '이메일 | 이메일주소 | 메일 | 메일주소 | 전자우편',
    '邮箱 | 电子邮箱 | 电子邮件 | 邮件 | 邮箱地址 | 郵箱 | 電子郵件 | 電子信箱 | 信箱 | 郵件',
  ),
  country: words(
    'country | country/region | country code | nation',
    '국가 | 나라 | 국가코드',
    '国家 | 国家/地区 | 國家 | 國家/地區 | 國別 | 国别',
  ),
  language: words(
    'language | preferred language | lang | locale',
    '언어 | 선호언어 | 사용언어',
    '语言 | 首选语言 | 語言 | 慣用語言',
  ),
  birthday: words(
    'birthday | date of birth | birth date | birthdate | dob',
    '생일 | 생년월일 | 생일(양력) | 양력생일',
    '生日 | 出生日期 | 出生年月日 | 出生年月',
  ),
  birthdayLunar: words(
    'lunar birthday | lunar | birthday calendar | calendar of birthday',
    '음력생일 | 생일(음력) | 음력 | 음력여부 | 음양력 | 양음력 | 양력음력 | 음력양력 | 음양구분 | 생일구분',
    '农历生日 | 阴历生日 | 生日(农历) | 生日(阴历) | 农历 | 阴历 | 历法 | 生日历法 | 農曆生日 | 陰曆生日 | 生日(農曆) | 農曆 | 陰曆 | 曆法 | 生日曆法',
  ),
  tier: words(
    'tier | customer tier | grade | customer grade | customer class | care level',
    '등급 | 고객등급 | 회원등급',
    '等级 | 客户等级 | 客户级别 | 会员等级 | 等級 | 客戶等級 | 客戶級別 | 會員等級',
  ),
  note: words(
    'note | notes | remark | remarks | comment | comments | memo',
    '메모 | 비고 | 참고 | 참고사항 | 특이사항',
    '备注 | 说明 | 附注 | 備註 | 備考 | 附註 | 說明',
  ),
  product: words(
    'product | product name | item | item name | model | goods | purchase | purchased product',
    '제품 | 제품명 | 상품 | 상품명 | 품목 | 품명 | 모델 | 모델명 | 구매제품 | 구매상품 | 구입제품 | 구입상품',
    '产品 | 产品名称 | 商品 | 商品名称 | 货品 | 品名 | 型号 | 购买产品 | 购买商品 | 產品 | 產品名稱 | 商品名稱 | 貨品 | 型號 | 購買產品 | 購買商品',
  ),
  boughtOn: words(
    'bought on | bought | purchase date | purchased on | date of purchase | sale date | sold on | order date | ordered on | date',
    '구매일 | 구매일자 | 구매날짜 | 구입일 | 구입일자 | 판매일 | 판매일자 | 주문일 | 주문일자 | 계약일 | 결제일 | 날짜 | 일자',
    '购买日期 | 购买日 | 购买时间 | 购入日期 | 成交日期 | 销售日期 | 订单日期 | 下单日期 | 下单时间 | 交易日期 | 日期 | 購買日期 | 購買日 | 購買時間 | 購入日期 | 成交日 | 銷售日期 | 訂單日期 | 下單日期 | 交易日期',
  ),
  quantity: words('quantity | qty | count', '수량 | 구매수량', '数量 | 购买数量 | 數量 | 購買數量'),
  amount: words(
    'amount | price | total | sum | value | sales amount',
    '금액 | 가격 | 구매금액 | 결제금액 | 판매금액 | 판매가',
    '金额 | 价格 | 总价 | 成交金额 | 订单金额 | 实付金额 | 金額 | 價格 | 總價 | 成交金額 | 訂單金額',
  ),
  currency: words('currency | currency code', '통화 | 화폐', '币种 | 货币 | 幣別 | 貨幣'),
  purchaseId: words(
    'order id | order no | order number | order | invoice | invoice no | invoice number | purchase id | sale id | receipt number',
    '주문번호 | 주문id | 계약번호 | 송장번호',
    '订单号 | 订单编号 | 单号 | 合同编号 | 訂單號 | 訂單編號 | 訂單號碼 | 單號 | 合約編號',
  ),
  rep: words(
    'rep | sales rep | representative | sales representative | owner | account owner | salesperson | sales person | agent | assigned to | seller',
    '담당자 | 담당 | 담당직원 | 영업담당 | 영업담당자 | 담당영업 | 판매자 | 판매사원 | 영업사원',
    '负责人 | 销售 | 销售员 | 销售代表 | 业务员 | 客户经理 | 跟进人 | 经办人 | 負責人 | 銷售 | 銷售員 | 業務 | 業務員 | 業務代表 | 客戶經理 | 承辦人',
  ),
};

export const KNOWN_HEADERS: Readonly<Record<Format, Headers>> = { 'hubspot-contacts': hubspot, 'shopify-orders': shopify, sheet };

/** At least one header of each group must be there, or the table cannot be read as that format. */
export const REQUIRED: Readonly<Record<Format, readonly (readonly Field[])[]>> = {
  'hubspot-contacts': [['email', 'firstName', 'lastName']],
  'shopify-orders': [['order'], ['product'], ['boughtOn'], ['name', 'email']],
  sheet: [['name', 'firstName', 'lastName']],
};
