import { plainSpaces } from './normalise.ts';

/**
 * What a Korean sentence does is told by its end: '-잖아요' argues, '-셨겠어요' feels with the customer, '-ㄹ게요' promises,
 * whatever stands before. Frames find words; this reads the last ones, so that new words in an old shape are still understood.
 */
export type KoreanAct = 'argues' | 'feels' | 'owns' | 'promises' | 'did' | 'serves' | 'open';

const CLOSING = /[\s\p{P}\p{S}ㅠㅜㅎㅋ]+$/u;

/** Endings that set somebody right: reason after the fact, appeal to what all know, hearsay, a shrug. */
const ARGUING =
  /(?:잖(?:아|아요|습니까|니)|거든요?|[가-힣]서요|니까요|[는은한인던된간온쓴찬]데요|[는은]걸요|[을날할될올갈]걸요|더라고요|더라구요|더군요|[나가] ?봐요|[나가] 보네요|모양이[네에]요|텐데요?|지 뭐|지요 뭐|죠 뭐|나요 뭐|든가요?|든지요?|겠죠|(?:내용|사항|부분|거)인데|는 건 좀|겠지요|[가-힣]다니요|라니요|란 말입니까|단 말입니까|(?:보|하|쓰|드|오|가|신으|기다리|두|지내)시죠)$/u;
const SAYING_SO = /(?:죠|지요)$/u;
/** '-죠' that is no argument: asked back, or felt with. */
const ASKING_SO = /(?:셨죠|셨지요|시죠|시지요|말씀이죠|맞죠|맞지요|(?:[다라]는|신|던) 거(?:죠|지요)|건이죠|건이지요)$/u;
/** Questions that want no answer. */
const RHETORICAL =
  /(?:[거것게] ?아닌가요|(?:기본|상식|당연한 거|정상|문제|잘못|탓|책임|순서|예의|욕심|무리) ?(?:이|가)? ?아닌가요|[거것게] 아니고요|[가-힣]면 [^?]*(?<!시|되|좋|괜찮은|편하|하|맞)나요$|(?<!시|되|괜찮|좋|갚|다 하|헤아리)겠습니까$|[거게] 아니(?:에요|세요|십니까|신가요)|[거게] 아닙니까|아님)$|적 있으(?:시죠|세요|신가요)$|다고 .*(?<!하)(?:나요|까요?|겠어요)$|(?<!괜찮지 |다치지 |불편하지 |아프지 )않(?:나요|습니까|은가요)$|(?:무슨|뭐가|뭘|누가) .*(?:세요|나요|습니까|겠어요|까요|알아요)$/u;
/** '우리는 …만 했어요': the rest is somebody else's; '원래 …해요': that is how the world is. */
const SHRUGGING =
  /(?:저희|우리)(?:는|야|도) (?:그냥 )?[가-힣]{1,8}만 [가-힣 ]{1,12}(?:요|니다)$|(?:원래|어차피|본래|으레|어디나|누구나|어디든|다들|요즘은|보통은|어느 [가-힣]{1,6}나) .*(?<![겠었았였했셨됐드게])(?:[가-힣]요|니다)$|할 만큼 (?:다 )?(?:했|해 드렸)|누구라도 그렇게|누가 (?:해도|와도|써도|봐도)|(?:벽|문|입구|카운터|뒷장|앞장|메일|문자|박스|라벨|계산대)에[^,]*(?:붙여|써|적어|걸어|올려) ?(?:놨|놓았|뒀|두었|있)|(?:번|차례|여러 번)이?나? ?[^,]*(?:안내|공지|설명|고지|말씀)[^,]*(?:나갔|갔|드렸|했)(?:습니다|어요)$/u;
const CHECKING = /맞|이해했|들었|말씀/u;
const HOW_COULD_WE =
  /(?:저희|제|우리|저희들|직원)(?:가|도|보고)? (?:그걸 |그것까지 |다 |일일이 )*(?:어떻게|어찌|무슨 수로) (?!(?:해 드|도와|말로|헤아))/u;

const FEELING =
  /(?:얼마나(?! 더| 자주| 여러| 걸)|오죽|어찌나|어떤 마음|마음이 어) .*(?:셨|시겠|실까|실지|십니까|세요|겠어요|겠습니까|을까요)|(?:셨|시|으시|우시|었|았|했)겠(?:어요|습니다|네요|군요|습니까)$|셨을 (?:것입니다|것 같습니다|것 같아요|거예요|겁니다|텐데요|줄 압니다|테지요|테죠)$|(?:[가-힣]우|힘드|아프|속상하|답답하|불편하|불안하|난처하|곤란하|막막하|허탈하|초조하|황당하)(?:시|셨)(?:죠|지요)$|(?:말로 다|말로는 다|어떻게 다|어찌 다|무엇으로|무슨 말로) .*(?:겠습니까|겠어요|까요)|헤아릴 수(?:가|조차)? ?없|좀 (?:어떠|괜찮으)(?:세요|신가요)$|손에 땀|가슴이 |마음이 (?:무겁|아프|아픕|쓰입|놓입)|부족하다는 (?:걸|것을) 압니다/u;
const OWNING =
  /(?:저희|제|우리|당사|직원|기사)[^,]{0,24}(?:잘못|책임|불찰|실수|과실|탓|착오|오류|몫|부주의)(?:입니다|이에요|예요|이었습니다|였습니다|였어요|이었어요|이 맞습니다|가 맞습니다)$|(?:죄송합니다|죄송해요|사죄드립니다|죄송할 따름입니다|사과드립니다|사과드려요|송구합니다|면목이 없습니다)$|(?:했|드렸|았|었)어야 (?:했습니다|했어요|하는 (?:일|제품|것|부분)(?:입니다|이었습니다))$|(?:저희|제가?|우리|저희가|저희 쪽)[^,]{0,20}(?:안이했|소홀했|미흡했|부족했|경솔했|무심했|성급했|게을렀|틀렸|틀린|늦었|잘못했|잘못 적|잘못 드|착각했|실수했|놓쳤|빠뜨렸|못 드렸|못했|몰랐)(?:습니다|어요|습니다만)?$|(?:말씀|순서)(?:이|가|하신 것이|하신 게) (?:맞습니다|맞아요|옳습니다|사실이었습니다)$|(?:잘못|빠뜨|놓친|늦|틀|못|오해)[^,]*(?:건|것은|사람은|쪽은) (?:바로 )?(?:저희|저|제)(?:예요|입니다|였습니다|였어요)$|저희가 (?:어긴|잘못한|놓친|늦은|못한)|저희 [^,]{0,20}(?:문제|사정|오류)(?:였|이었)?(?:습니다|어요|입니다|예요|이에요)$/u;

const EMPTY_PROMISE =
  /(?:노력|검토|참고|고려|최선|주의|유념|건의|논의|신경|얘기|이야기|말씀|말)[은을를도]?(?: 다| 써| 한번)? ?(?:하|해 ?보|드려 ?보|다하|쓰|전해 보)|알겠습니다$|모르겠|싶겠|끊겠|좋겠|되겠|(?:어렵|힘들|(?<!서 |고 |남아 |옆에 )있|없|곤란하|그렇)겠|(?:저|나|누구)라도 |알겠어요$|(?:변명|핑계)[^,]*않겠/u;
const PROMISING =
  /(?:[가-힣]게요|[가-힣]께요|겠습니다|겠어요|(?<!(?:사과|감사|축하|말씀|부탁) ?)(?:드립니다|드려요)|(?:드릴|할|갈|보낼|도착할|찾아뵐|방문할|올릴|챙길) (?:예정(?:입니다|이에요)|거예요|겁니다|것입니다)|(?:보냅|냅|올립|갑|고칩|둡|맞춥|찾아뵙|들릅|챙깁|옮깁|맡깁|바꿉)니다|(?:보내|올려|고쳐|챙겨|옮겨|찾아봬|바꿔)요|(?:하|고치|바꾸|보내|만들|찾|챙기|옮기|가|나가|돌|굽|짓|뽑|씻|말리|닦|알아보|확인하|점검하)고 있(?:습니다|어요))$/u;
/** '못 드립니다', '안 받고 있어요': what is refused in the same words. */
const REFUSING = /(?:못|안) ?[가-힣]{0,4} ?[가-힣]{1,6}$/u;

/** Our deed, done: past tense of a verb that helps, without an honorific that would make it the customer's. */
const DEED =
  /(?:고쳤|바꿨|바꾸었|옮겼|보냈|넣었|채웠|맞췄|닦았|돌렸|비웠|붙였|찾아왔|골라 ?왔|가져왔|취소했|처리했|마쳤|챙겼|남겼|[아어해여와워려겨춰]\s?(?:두었|뒀|놓았|놨)|(?<!말씀 ?|지장을 ?|폐를 ?|불편을 ?|걱정을 ?)드렸|전달했|예약했|주문했|준비했|신청했|늘렸|풀었|막았|올렸|당겼|미뤘|잡았|구했|빌렸|더했|깎았|요청했|전화했|연락했|문의했|부탁했|발송했|입금했|환불했)(?:습니다|어요|고요)$/u;
/** What we did to see clearly; it gives nothing yet. */
const LOOKED =
  /(?:적었|적어 ?두었|적어 ?뒀|다녀왔|물어봤|물어보았|살펴봤|살펴보았|열어 ?봤|접수했|접수됐|접수되었|접수는? 해 ?두었|확인했|확인됐|확인되었|세어 ?보았|받았|읽었|봤|보았|들었|기록했)(?:습니다|어요|고요)?$/u;
const RELIEVING =
  /(?:셔도|으셔도|도) (?:됩니다|돼요|괜찮|좋습니다|좋아요)|(?:않으셔도|안 [가-힣]{1,4}셔도)|필요 ?[는가도]? ?없|(?:무료|무상)(?:입니다|예요|이에요)$|(?:천천히|편하게|편히) |다행|걱정 ?(?:은|을)? ?(?:붙들|마|안 하|하지 마|접)/u;
/** What the customer is asked to do for safety, or so that we can help. */
const REQUESTING =
  /(?:마시고|말고|멈춰|멈추|꺼|뽑아|잠가|열고|두고|식히) ?.*(?:세요|십시오|시기 바랍니다)$|(?:지 마세요|지 마십시오|두세요|두십시오|주세요|주십시오|주시겠어요|주실 수 있(?:을까요|나요)|(?:바로|먼저|얼른) (?:오|가|받으|전화하)세요|(?:부터|먼저) 받으세요|시기 바랍니다|부탁드려요|부탁드립니다|바라요)$/u;

const bareOf = (sentence: string): string => plainSpaces(sentence).normalize('NFC').replace(CLOSING, '');

/** `sentence` is normal text. */
export function koreanAct(sentence: string, isQuestion: boolean): KoreanAct {
  const text = bareOf(sentence);
  if (isQuestion)
    return FEELING.test(text)
      ? 'feels'
      : (RHETORICAL.test(text) || HOW_COULD_WE.test(text)) && !CHECKING.test(text)
        ? 'argues'
        : 'open';
  if (FEELING.test(text)) return 'feels';
  if (OWNING.test(text)) return 'owns';
  if (ARGUING.test(text) || SHRUGGING.test(text) || RHETORICAL.test(text) || HOW_COULD_WE.test(text)) return 'argues';
  if (SAYING_SO.test(text) && !ASKING_SO.test(text)) return 'argues';
  if (PROMISING.test(text) && !EMPTY_PROMISE.test(text) && !REFUSING.test(text)) return 'promises';
  if (DEED.test(text) && !LOOKED.test(text)) return 'did';
  if (RELIEVING.test(text) || REQUESTING.test(text) || LOOKED.test(text)) return 'serves';
  return 'open';
}

const TELLING =
  /(?:으니|셨는데|셨지만|는데도|[었았했됐렸났켰졌왔갔탔]는데|다니|라니|셨고|다는|라는|느라|시게 (?:해|한|됐|된|하)|말씀|내용|얘기|이야기|[건것점]은|[건것점], |부분|건이|확인|접수|기록|사진|영수증|들었|봤|보았|읽었|받았|[었았했됐렸났켰졌왔갔탔]습니다|[었았했됐렸났켰졌왔갔탔]어요|셨군요|셨네요|시군요|시네요|되셨|려 주신|해 주신)/u;

/** Whether a sentence hands something back rather than setting it right. */
export function koreanTells(sentence: string): boolean {
  return TELLING.test(bareOf(sentence));
}

/** Sympathy that names what happened. */
export function koreanGivesReason(text: string): boolean {
  return /(?:으니|니까?|셨는데|[었았했됐]는데|다니|라니|셔서|느라|때문에|시게 됐네요,) /u.test(bareOf(text));
}

/** The complaint taken down: '… 건, 접수했어요', '…라고 들었습니다'. */
export function koreanNotes(text: string): boolean {
  return /(?:(?:접수|기록|메모|등록)(?:은|는)? ?(?:했|됐|되었|되어|돼|해 ?두|하였)|(?:다고|라고|다는 거|얘기는?|이야기는?|말씀은?)(?: 모두| 다| 잘)? (?:들었|봤|보았|읽었)|적어 ?(?:두었|뒀|놓았|놨)|건이(?:시네요|시군요|네요|군요))[가-힣 ]{0,8}$/u.test(
    bareOf(text),
  );
}
