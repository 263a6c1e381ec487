/**
 * What a Chinese sentence is up to. Frames find words; this reads the shape (the rhetorical question, the particle at the end,
 * 'that is how things are'), so that an argument in new words is still one.
 */
const CLOSING = /[\s\p{P}\p{S}]+$/u;

/** Questions that want no answer. */
const RHETORICAL =
  /哪(?:有|能|会|里|儿|敢|个|家|用得)|难道|何必|何苦|凭什么|谁(?:叫|让|能|敢|会|家|不|没)|怎么(?:能|会|可能|就|不|也不|没)|干嘛|干吗|不(?:也|就|都)(?:挺|是|行|好|能|够|一样)|才怪|还(?:学|谈|要|想|说|用|指望)(?:什么|啥)|有什么(?:好|可|用)|算什么|能怪谁|什么(?:大不了|好说)|又(?:不是|没|不会)/u;
/** 'How things are', whatever happened to this customer. */
const GENERAL =
  /本来就|就得|都得|也得|只能|只负责|只管|只是(?:撮合|负责|提供|个)|不过是|无非|向来|从来|一向|历来|(?:已经|就)是(?:极限|最)|谁(?:戴|用|来|去|看|做|做).{0,4}都|一样(?:能|可以|用|听|吃|喝|穿|睡)|免不了|难免|总(?:会|要|得|归)|(?:都|也)(?:这样|一样|差不多)|不成(?:问题)?|(?:再|要).{1,6}就(?:得|要|不)|归.{1,8}(?:管|负责)?,|得.{1,6}负责|(?:玩|图|讲|看)的就是|(?:照|按)(?:合同|合约|规定|协议|条款)|不算什么|大惊小怪|而已|罢了|(?:坚持|忍|等)不了|随(?:您|你)便/u;
const SHRUG =
  /(?:嘛|呗|咯|喽|啰|罢了|而已|不就行了|也没用|也不迟|算了|不就完了|就好了|就行了|(?:太|也太|未免|有点).{1,8}(?:了吧|吧|了点))$/u;
/** The same shapes where we stand by the customer. */
const WITH_YOU =
  /(?:怎么能|哪能|不能|不该|怎么会|没有|不会)(?:再)?(?:怪|赖|怨|让|叫|要求)(?:您|你)|(?:换|搁|任).{0,3}(?:谁|我|哪)|谁.{0,8}(?:不好受|不心疼|难受|着急|生气|不急|受得了|不难过)|哪能不|怎么能不|(?:怎么|哪里|如何).{0,6}(?:赔|弥补|面对)|(?:对不起|抱歉|道歉|我们的错|我们没|疏忽|失误|过失)|(?:理解|明白|懂)(?:您|你)/u;

/** Whether a sentence of normal text (one sentence, simplified characters) explains, argues or shrugs. */
export function chineseArgues(sentence: string): boolean {
  const text = sentence.replace(CLOSING, '');
  return (RHETORICAL.test(text) || GENERAL.test(text) || SHRUG.test(text)) && !WITH_YOU.test(text);
}
