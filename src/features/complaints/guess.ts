import type { ComplaintKind, Severity } from './complaint.ts';

/*
 * A first guess from the customer's words, shown so that the rep can correct it (playbook: P28). Short lists on purpose:
 * a wrong guess costs a tap, and what fits nothing is about the product.
 */

/** 'You people are all the same': wants attention, so come closer. */
const leaning =
  /\b(?:you (?:people|lot|guys) (?:are )?(?:always|all|never)|every single time|nobody (?:there )?(?:ever )?cares|(?:always|once again) the same with you|does anyone (?:there )?care)\b|你们(?:这些|这帮|家)?(?:人)?(?:总是|每次|从来|都一样|老是)|没人(?:管|理)我|您们每次|你們(?:每次|總是|都一樣)|(?:늘|항상|매번|맨날) (?:이런|이래|그런|그래)|다 똑같|아무도 신경|관심도 없/iu;

/** 'I have been a customer for twenty years', 'as an engineer I know': wants respect. */
const showing =
  /\b(?:as (?:a|an) (?:lawyer|doctor|engineer|manager|director|teacher|professional)|do you know who i am|(?:your|the) (?:boss|director|owner|ceo) (?:is|knows)|customer (?:for|since) (?:over )?(?:\d+|ten|twenty|many) ?(?:years)?|thousand followers|i(?:'ve| have) spent (?:over|more than))\b|我是(?:老|多年|VIP|会员|會員)|你们(?:老板|总经理|领导)我认识|做了\S{0,6}年(?:的)?(?:生意|老师|医生)|粉丝|(?:단골|VIP|우수 ?고객)|(?:\d+|십|이십) ?년(?:째| ?동안)? ?(?:거래|이용|고객)|내가 누군지|(?:사장|대표)님? ?(?:을|를)? ?(?:잘 )?알|팔로워/iu;

/** Anger without a thing that could be mended: let it out first. */
const anger =
  /\b(?:furious|disgust(?:ed|ing)|disgrace(?:ful)?|ridiculous|outrageous|fed up|sick of|worst|unbelievable|appalling|shame on)\b|气死|太过分|恶心|垃圾|离谱|受够|无语|太差劲|氣死|誇張|扯|열받|화가 나|어이없|최악|짜증|너무하|말이 돼|기가 막/iu;

const fault =
  /\b(?:broke|broken|leak(?:s|ing|ed)?|cracked|crack|scratch(?:ed)?|stain|torn|faulty|defect(?:ive)?|doesn'?t (?:work|start|heat|charge|fit)|stopped working|won'?t (?:start|open|turn)|noise|smell|wrong (?:size|colour|color|model|part|item)|missing|late|never (?:came|arrived)|dead|burn(?:t|ed))\b|坏|漏|裂|破|划痕|不亮|不制|不工作|没反应|异响|味道|发错|少了|缺|迟|没到|壞|刮|故障|고장|새요|샌다|새고|깨|찢|긁|얼룩|안 (?:돼|켜|나와|맞)|소음|냄새|누락|빠져|늦|안 왔|안 와|잘못 (?:왔|온)|불량/iu;

const danger =
  /\b(?:injur(?:ed|y)|hospital|bleed(?:ing)?|burn(?:t|ed) (?:my|his|her|our)|fire|smoke|electric shock|allerg(?:y|ic)|child (?:hurt|fell)|gas (?:leak|smell)|lawyer|solicitor|sue|press|newspaper)\b|受伤|医院|流血|着火|冒烟|触电|过敏|燃气|律师|起诉|消协|12315|媒体|曝光|受傷|醫院|消保會|다쳤|다칠|병원|피가|불이 (?:났|나)|연기|감전|알레르기|가스|변호사|고소|소비자원|언론/iu;

const trifle =
  /\b(?:small thing|minor|just (?:a|wanted)|not urgent|no rush|when you have time|tiny|cosmetic)\b|小问题|不急|有空|小事|顺便|小問題|작은|급하지 않|천천히|사소|시간 되실 때/iu;

export function guessKind(words: string): ComplaintKind {
  if (leaning.test(words)) return 'leaning';
  if (showing.test(words)) return 'showing';
  return anger.test(words) && !fault.test(words) ? 'venting' : 'product';
}

export function guessSeverity(words: string): Severity {
  if (danger.test(words)) return 'urgent';
  return trifle.test(words) && !anger.test(words) ? 'small' : 'normal';
}
