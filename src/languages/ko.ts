import type { Words } from './index.ts';

const list = (...lists: readonly string[]) => lists.flatMap((each) => each.split(' | '));

const without = (name: string, at: number) => name.slice(0, at) + name.slice(at + 1);

/** Spaces are left out as people like: 안 받음, 안받음, 통화 못함. */
const spaced = (names: readonly string[]) => [
  ...new Set(
    names.flatMap((name) => [
      name,
      name.replaceAll(' ', ''),
      ...[...name.matchAll(/ /g)].map(({ index }) => without(name, index)),
    ]),
  ),
];

/** Each beginning with each ending; what is left of a verb would else stand in the note. */
const joined = (heads: readonly string[], ends: readonly string[]) =>
  spaced(heads.flatMap((head) => ends.map((end) => `${head}${end}`)));

/** With 님 every name takes the same particle, whatever it ends in; 고객님 has it already. */
const nim = (name: string) => (/님$/.test(name.trim()) ? name : `${name} 님`);

const did = ['함', '했음', '했어요', '했습니다', '하심', '하셨음', '했다'];
const none = [' 없음', ' 없었음', ' 없다고 함', ' 없다고 하심', ' 없으심', ' 없대요', ' 없어요', ' 없습니다'];
const there = [' 있음', ' 있었음', ' 있다고 함', ' 있다고 하심', ' 있으심', ' 있대요', ' 있어요', ' 있습니다'];
const asks = [' 요청', ' 요청함', ' 요청하심', ' 원함', ' 원하심', ' 희망', ' 요구'];
const left = [' 남김', ' 남겼음', ' 남겼어요', ' 남겼습니다', ' 남겨 둠', ' 남겨둠'];
const sent = [
  ' 보냄',
  ' 보냈음',
  ' 보냈어요',
  ' 보냈습니다',
  ' 드림',
  ' 드렸음',
  ' 드렸습니다',
  ' 발송',
  ' 발송함',
  ' 발송 완료',
  ' 전송',
  ' 전송함',
];
const notTaken = joined(
  ['안 받', '못 받', '전화 안 받', '전화를 안 받', '전화 못 받'],
  ['음', '았음', '으심', '으셨음', '아요', '았어요', '으세요', '으시네요', '네요', '습니다', '았습니다', '는다'],
);
const notThrough = joined(
  ['연결', '연락', '통화', '연결이', '연락이', '통화가'],
  [
    ' 안 됨',
    ' 안 됐음',
    ' 안 돼요',
    ' 안 됐어요',
    ' 안 됩니다',
    ' 안 되심',
    ' 불가',
    ' 실패',
    ' 불발',
    ' 못 함',
    ' 못 했음',
    ' 못 했어요',
    ' 못 했습니다',
  ],
);

/** Korean: statements in 합니다, requests in 세요, short nouns on buttons. */
export const ko: Words = {
  name: '한국어',
  chat: {
    shortened: '… (이하 생략)',
    loadingTitle: '잠시만 기다려 주세요',
    loading: '준비하고 있습니다…',
    close: '닫기',
    notSavedYet: '아직 저장되지 않았습니다. 평소보다 오래 걸리고 있습니다. 계속 처리하고 있으니 결과를 여기에 알려 드리겠습니다.',
    notSaved: '저장하지 못했습니다. 잠시 후 다시 시도해 주세요.',
    choose: '선택하세요',
    inDirect: '자세한 내용은 저와의 대화창에 있습니다.',
  },
  common: { save: '저장', cancel: '취소', open: '보기', undo: '되돌리기', back: '이전', next: '다음', yes: '예' },
  roles: { rep: '담당자', manager: '매니저', admin: '관리자' },
  commands: {
    followups: {
      names: spaced(
        list(
          '후속 | 후속 연락 | 후속 조치 | 후속 관리 | 할 일 | 할 일 목록 | 오늘 할 일 | 내 할 일 | 팔로업 | 팔로우업 | 고객 팔로업 | 사후 관리 | 연락 목록 | 연락할 고객 | 오늘 연락 | 해피콜 목록 | 목록',
        ),
      ),
      description: '오늘 연락할 고객 (“후속”, “할일”도 됩니다)',
      usage: '[오늘 | 지남 | 이번 주 | 고객 이름 | @동료 | 팀]',
    },
    log: {
      names: spaced(list('기록 | 기록하기 | 통화 기록 | 연락 기록 | 상담 기록 | 해피콜 기록 | 결과 기록 | 기록 남기기')),
      description: '통화나 메시지 결과 남기기 (“기록”도 됩니다)',
      usage: '[고객] [통화함 | 부재중 | 문자 남김 | 문제 있음 | 추가 구매] [메모], [다음 날짜]',
    },
    customer: {
      names: spaced(list('고객 | 고객 찾기 | 고객 검색 | 고객 조회 | 고객 정보 | 고객 카드 | 고객 파일 | 고객 목록 | 고객 관리')),
      description: '고객을 찾아 이력을 보고 정보 수정 (“고객”도 됩니다)',
      usage: '[이름 일부, 초성 또는 전화번호 뒷자리]',
    },
    sale: {
      names: spaced(list('판매 | 판매 기록 | 판매 등록 | 판매 완료 | 구매 기록 | 구매 등록 | 계약 기록 | 계약 등록')),
      description: '판매를 남기면 2·5·12 해피콜이 자동으로 잡힙니다 (“판매”도 됩니다)',
      usage: '[고객], [제품], [오늘이 아니면 날짜]',
    },
    review: {
      names: spaced(list('검토 | 답장 검토 | 답변 검토 | 회신 검토 | 답장 확인 | 검토해 줘 | 검토해 주세요 | 봐 줘 | 봐 주세요')),
      description: '보내기 전에 답장 살펴보기 (“검토”도 됩니다)',
      usage: '[보낼 답장]',
    },
    phrases: {
      names: spaced(list('표현 | 팀 표현 | 금지 표현 | 금지어 | 우리 팀 표현')),
      description: '우리 팀이 쓰지 않는 말 (매니저용, “표현”도 됩니다)',
      usage: '[추가 | 삭제 | 허용] [표현; 분류; 이유; 대신 쓸 말]',
    },
    rules: {
      names: spaced(list('규칙 | 코치 규칙 | 규칙 목록 | 이의 현황')),
      description: '이의가 많은 코치 규칙 (매니저용, “규칙”도 됩니다)',
      usage: '',
    },
    people: {
      names: spaced(list('팀원 | 팀원 관리 | 팀원 목록 | 팀 관리 | 구성원 | 구성원 관리 | 멤버 | 사용자 관리')),
      description: '팀에 누가 어떤 역할로 있는지 (관리자용, “팀원”도 됩니다)',
      usage: '[@이름 담당자 | 매니저 | 관리자 | 제외]',
    },
    import: {
      names: spaced(list('가져오기 | 불러오기 | 파일 가져오기 | 고객 가져오기 | 데이터 가져오기 | 고객 등록 | 업로드 | 임포트')),
      description: '파일에서 고객과 구매 내역 가져오기 (“가져오기”도 됩니다)',
      usage: '',
    },
    settings: {
      names: spaced(list('설정 | 내 설정 | 환경 설정 | 알림 설정 | 언어 설정 | 언어')),
      description: '언어와 아침 목록 시간 (“설정”도 됩니다)',
      usage: '',
    },
    help: {
      names: spaced(list('도움말 | 도움 | 도와줘 | 도와주세요 | 사용법 | 사용 방법 | 명령어 | 메뉴 | 안녕하세요 | 안녕')),
      description: '할 수 있는 일과 다음에 할 일 (“도움말”도 됩니다)',
      usage: '',
    },
  },
  steps: {
    thanks: {
      title: '감사 메시지',
      points: [
        '좋은 선택을 축하하고, 이 고객에게 특히 잘 맞는 점을 한 가지 짚어 주세요.',
        '직통 번호를 남기고, 무슨 일이든 바로 연락 달라고 하세요.',
        '오래 함께하고 싶다는 인사와 함께 다시 감사드리고, 본인 이름으로 마무리하세요.',
      ],
    },
    day2: {
      title: '2일차 해피콜',
      points: [
        '먼저 물어보세요. 사용해 보셨나요?',
        '사용 중이면 써 보니 어떤지 여쭙고, 잘하고 계신다고 격려해 드리세요.',
        '아직이면 무엇이 걸리는지 여쭙고, 그 자리에서 궁금증을 풀어 드리세요.',
      ],
    },
    day5: {
      title: '5일차 해피콜',
      points: [
        '며칠 써 보신 첫인상이 어떤지 여쭤보세요.',
        '기대와 다른 점이 있으면 변명하지 말고 함께 원인을 찾으세요.',
        '무엇을 언제까지 해 드릴지 말씀드리세요. 지킬 수 있는 것만 약속하세요.',
      ],
    },
    day12: {
      title: '12일차 해피콜',
      points: [
        '고객 말씀부터 들으세요. 기대와 실제가 벌어지는 때라, 묻지 않으면 불만으로 쌓입니다.',
        '무언가를 권하기 전에 들은 내용을 되짚고, 제대로 이해했는지 확인하세요.',
        '정말 맞을 때만 함께 쓰면 좋은 제품을 소개하세요.',
      ],
    },
    followup: { title: '후속 연락', points: ['지난번에 나눈 이야기부터 꺼내세요.', '끊기 전에 다음에 할 일과 날짜를 정하세요.'] },
    problem: {
      title: '문제 해결',
      points: [
        '끝까지 들으세요. 끊거나 변명하지 말고 “맞습니다”, “그러면 안 되는 일이었습니다”라고 받아 주세요.',
        '속상하신 마음을 헤아리고, 고객이 쓴 말로 되짚어 제대로 이해했는지 여쭤보세요.',
        '지금 되는 것은 바로 해결하고, 나머지는 언제까지인지 시간을 정해 드리세요.',
        '그 시간이 되면 진행이 어떻든 전화하세요. 해결될 때까지 그렇게 합니다.',
      ],
    },
    wants_more: {
      title: '추가 구매 상담',
      points: ['하고 싶은데 아직 못 하는 일이 무엇인지 여쭤보세요.', '꼭 맞는 것만 권하세요.', '다음에 할 일과 날짜를 정하세요.'],
    },
    write: {
      title: '전화 대신 메시지',
      points: ['짧게 쓰세요. 전화드린 이유와 질문 하나면 됩니다.', '통화할 수 있는 시간을 두 개 제안하세요.'],
    },
  },
  followups: {
    show: '내 할 일',
    week: '이번 주',
    title: {
      today: (total, overdue) => `연락할 건 ${total}건${overdue > 0 ? `, 이 중 ${overdue}건은 기한 지남` : ''}`,
      overdue: (total) => `기한이 지난 연락 ${total}건`,
      week: (total, overdue) => `이번 주 연락 ${total}건${overdue > 0 ? `, 이 중 ${overdue}건은 기한 지남` : ''}`,
    },
    ofCustomer: (total, name) => `${nim(name)}: 예정된 연락 ${total}건`,
    overdue: '기한 지남',
    today: '오늘',
    later: '예정',
    since: (when) => `${when} 예정이었음`,
    attempts: (count) => `${count}번 시도`,
    snoozed: (count) => `${count}번 미룸`,
    page: (page, pages, total) => `${page}/${pages}쪽, 모두 ${total}건`,
    none: {
      today: '오늘 연락할 건이 없습니다. 수고하셨습니다.',
      overdue: '기한이 지난 건이 없습니다. 잘하고 계십니다.',
      week: '앞으로 7일 동안 연락할 건이 없습니다.',
    },
    comingNext: '다음 차례:',
    teach: '판매를 기록하거나 고객 파일을 보내 주시면 해피콜 일정이 자동으로 잡힙니다.',
    planned: '예정된 연락',
    closed: (name, title, when) =>
      `${nim(name)} “${title}” 건은 이미 끝났습니다${when ? ` (${when})` : ''}. 지금 남은 일은 아래에서 확인하세요.`,
    spanWords: {
      today: list('오늘 | 금일 | 지금'),
      overdue: list('지남 | 기한 지남 | 기한지남 | 지난 것 | 밀린 것 | 밀림 | 지연'),
      week: list('이번 주 | 이번주 | 금주 | 주간 | 일주일 | 전체'),
    },
    teamWords: list('팀 | 팀 전체 | 우리 팀 | 팀원 전체 | 모두'),
  },
  snooze: {
    button: '미루기',
    title: '연락 미루기',
    presets: { hour: '1시간 뒤', day: '다음 영업일', three: '3일 뒤', week: '일주일 뒤', other: '날짜 선택…' },
    day: '언제까지',
    time: '시간',
    timeHint: '시간을 정하면 그때 알려 드리고, 비워 두면 그날 아침 목록에 넣어 드립니다.',
    done: (name, title, when) => `${nim(name)} “${title}” 건을 미뤘습니다. 새 일정은 ${when}입니다.`,
  },
  log: {
    button: '기록',
    title: '연락 결과',
    outcome: '결과',
    note: '메모',
    noteHint: '다음에 전화하기 전에 알아 두면 좋을 내용.',
    nextOn: '다음 연락일',
    nextHint: '비워 두면 계획대로 진행합니다.',
    nextTime: '시간',
    outcomes: {
      reached: {
        label: '통화함',
        names: [
          ...joined(['통화', '상담', '이야기', '얘기', '대화'], did),
          ...joined(['통화', '연결', '연락'], ['됨', '됐음', '됐어요', '됐습니다', '되었습니다', ' 됨', ' 완료', ' 성공']),
          ...spaced(
            list(
              '연락 닿음 | 연락이 닿음 | 전화 받음 | 전화 받으심 | 전화 받았음 | 이야기 나눔 | 이야기 나눴음 | 얘기 나눔 | 상담 완료 | 해피콜 완료 | 안부 전화 완료 | 응대 완료',
            ),
          ),
          // Nothing is wrong, nothing is wanted: without these, 불만 없음 would be found as 불만.
          ...joined(
            [
              '문제',
              '불만',
              '불만 사항',
              '불편',
              '불편 사항',
              '클레임',
              '이상',
              '고장',
              '특이사항',
              '문제는',
              '불만은',
              '관심',
              '관심이',
              '구매 의사',
              '추가 구매 의사',
              '재구매 의사',
              '더 필요한 것',
              '더 필요한 건',
            ],
            none,
          ),
          ...spaced(
            list(
              '문제없이 사용 중 | 잘 쓰고 있음 | 잘 쓰고 계심 | 잘 사용 중 | 추가 구매 안 함 | 재구매 안 함 | 추가 구매 계획 없음 | 필요 없다고 함',
            ),
          ),
        ],
      },
      sent: {
        label: '보냄',
        names: [
          ...joined(
            [
              '문자',
              '문자를',
              '메시지',
              '메시지를',
              '카톡',
              '카톡을',
              '톡',
              '메일',
              '메일을',
              '이메일',
              '감사 메시지',
              '감사 문자',
              '감사 카드',
              '감사 편지',
              '카드',
              '편지',
            ],
            sent,
          ),
          ...spaced(list('보냄 | 보냈음 | 보냈어요 | 보냈습니다 | 발송함 | 발송 완료 | 편지 씀')),
        ],
      },
      no_answer: {
        label: '부재중',
        names: [
          ...notTaken,
          ...notThrough,
          ...joined(
            ['전화했는데 ', '전화했으나 ', '전화했지만 ', '전화 ', '계속 ', '또 '],
            list('안 받음 | 안 받으심 | 못 받음 | 부재중 | 부재 | 응답 없음 | 연결 안 됨'),
          ),
          ...spaced(
            list(
              '부재 중 | 부재 | 응답 없음 | 응답이 없음 | 무응답 | 연락 두절 | 통화 중임 | 통화 중이심 | 통화 중이었음 | 전화기 꺼짐 | 전화기 꺼져 있음 | 휴대폰 꺼짐 | 휴대폰 꺼져 있음 | 전화기 전원 꺼짐 | 신호만 감 | 음성사서함 | 회의 중 | 회의 중이심 | 바쁨 | 바쁘심 | 바쁘다고 함',
            ),
          ),
        ],
      },
      left_message: {
        label: '메시지 남김',
        names: [
          ...joined(
            ['문자', '문자를', '메시지', '메시지를', '카톡', '카톡을', '톡', '음성', '음성 메시지', '메모', '메모를'],
            left,
          ),
          ...spaced(list('말씀 전해 달라고 함 | 전달 부탁함')),
          // What was done in the end counts, not that nobody answered before.
          ...joined(
            ['부재중 ', '부재중, ', '부재중이라 ', '안 받음, ', '안 받아서 ', '안 받으셔서 '],
            list('문자 남김 | 문자 보냄 | 메시지 남김 | 메시지 보냄 | 카톡 남김 | 카톡 보냄 | 음성 남김'),
          ),
        ],
      },
      problem: {
        label: '문제 있음',
        names: [
          ...joined(['문제', '문제가', '이상', '이상이', '불만', '불만이', '불편', '하자', '하자가'], there),
          ...joined(['환불', '반품', '교환', '수리', 'AS', 'A/S', '에이에스', '점검'], asks),
          ...spaced(
            list(
              '문제 발생 | 문제 생김 | 문제가 생김 | 문제 제기 | 불만 | 불만족 | 불만 접수 | 불만 제기 | 불만 많음 | 불편 호소 | 불편함 | 불편하다고 함 | 클레임 | 컴플레인 | 항의 | 항의함 | 고장 | 고장 남 | 고장 났음 | 고장 났다고 함 | 불량 | 이상 발생 | 하자 발생 | 작동 안 됨 | 작동 안 함 | 작동이 안 됨 | 화가 남 | 화를 내심 | 화내심 | 화나심 | 실망함 | 마음에 안 든다고 함',
            ),
          ),
        ],
      },
      wants_more: {
        label: '추가 구매 원함',
        names: [
          ...joined(
            ['추가 구매', '추가 주문', '재구매', '구매', '견적', '업그레이드', '제안'],
            [...asks, ' 문의', ' 문의함', ' 문의하심'],
          ),
          ...joined(
            ['구매 의사', '구매 의향', '추가 구매 의사', '추가 구매 의향', '재구매 의사', '재구매 의향', '관심', '관심이'],
            there,
          ),
          ...joined(
            ['사고 싶다', '더 사고 싶다', '더 사겠다', '더 필요하다', '제안 받고 싶다', '제안을 받고 싶다', '견적 받고 싶다'],
            ['고 함', '고 하심'],
          ),
          ...spaced(
            list(
              '추가 구매 | 추가 주문 | 재구매 | 더 원함 | 더 원하심 | 더 필요함 | 더 필요하심 | 사고 싶어 함 | 사고 싶어 하심 | 더 사고 싶어 함 | 관심 보임 | 관심 보이심 | 관심 많음 | 가격 문의 | 가격 문의함 | 제안 받음 | 제안 받길 원함 | 제안 받고 싶어 함 | 견적 받고 싶어 함',
            ),
          ),
        ],
      },
      do_not_contact: {
        label: '연락 거부',
        names: [
          ...joined(
            ['', '다시 ', '다시는 ', '더 이상 ', '앞으로 '].flatMap((head) => [`${head}연락하지 `, `${head}전화하지 `]),
            [
              '말라고 함',
              '말라고 하심',
              '말라 함',
              '말래요',
              '말아 달라고 함',
              '말아 달라고 하심',
              '말아 달라 함',
              '마세요',
              '말아 주세요',
            ],
          ),
          ...spaced(
            list(
              '연락 거부 | 연락 거부함 | 연락 거부하심 | 전화 거부 | 수신 거부 | 수신 거부함 | 연락 금지 | 연락 사절 | 연락 차단 | 번호 차단 | 연락 원치 않음 | 연락 원하지 않음 | 연락 안 원함 | 연락 그만 | 연락 그만해 달라고 함 | 전화 그만해 달라고 함',
            ),
          ),
        ],
      },
      wrong_number: {
        label: '번호 틀림',
        names: spaced(
          list(
            '번호 틀림 | 번호가 틀림 | 번호 틀렸음 | 번호 틀렸어요 | 전화번호 틀림 | 전화번호가 틀림 | 틀린 번호 | 번호 오류 | 번호 잘못됨 | 번호가 잘못됨 | 번호 잘못 | 전화번호 오류 | 전화번호 잘못됨 | 잘못된 번호 | 없는 번호 | 결번 | 번호 바뀜 | 번호가 바뀜 | 번호 바뀌었음 | 번호 변경됨 | 번호 다름 | 번호가 다름 | 다른 사람 번호 | 본인 번호 아님',
          ),
        ),
      },
    },
    notOutcomes: ['부재료', '부재중 전화 안내', '연락 거부감'],
    done: (name, outcome) => `기록했습니다: ${nim(name)}, ${outcome}.`,
    next: (when) => `다음 연락: ${when}.`,
    stopped: (count) =>
      `앞으로 연락을 잡지 않습니다${count > 0 ? `. 예정된 연락 ${count}건을 취소했습니다` : ''}. 고객 정보에도 표시해 두었습니다.`,
    wrongNumber: () => '번호가 틀렸다고 표시했습니다. 고객 정보에서 고쳐 주세요. 이 건은 목록에 그대로 있습니다.',
    stillOpen: (name) => `${nim(name)}, 오늘 남은 연락:`,
    askAfterTries: (count) => `${count}번째도 연결되지 않았습니다. 어떻게 할까요?`,
    giveUp: { again: '일주일 뒤 다시', note: '메시지로 대신', drop: '그만하기' },
    decided: {
      again: (name, when) => `${nim(name)} 건을 다시 목록에 올려 드립니다: ${when}.`,
      note: (name) => `전화 대신 ${nim(name)}께 보낼 메시지를 오늘 목록에 넣었습니다.`,
      drop: (name, title) => `${nim(name)} “${title}” 건은 연결되지 않은 채로 마쳤습니다.`,
    },
    undone: (name, outcome) => `되돌렸습니다: ${nim(name)}, ${outcome}. 모두 이전 상태 그대로입니다.`,
    history: '연락 이력',
    correct: '고치기',
    whichDay: '어느 날을 말씀하시나요?',
  },
  customers: {
    labels: {
      name: '이름',
      company: '회사',
      phone: '전화',
      email: '이메일',
      country: '국가',
      birthday: '생일',
      note: '메모',
      lastContact: '마지막 연락',
    },
    one: '고객',
    find: '고객 찾기',
    findHint: '이름, 회사, 초성, 전화번호 뒷자리',
    edit: '정보 수정',
    createTitle: '새 고객',
    create: (name) => (name ? `“${name.slice(0, 40)}” 추가` : '새 고객 추가'),
    goOn: '하던 일 계속하기',
    countryHint: '그 나라의 휴일에는 연락을 영업일로 옮깁니다.',
    which: (query) => `“${query}” 중 어느 분인가요?`,
    none: (query) => (query ? `“${query}” 고객을 찾지 못했습니다.` : '아직 고객이 없습니다.'),
    nearest: () => '혹시 이분인가요?',
    more: () => '더 있습니다. 이름을 조금 더 입력해 주세요.',
    gone: () => '더 이상 없는 고객입니다.',
    doNotContact: () => '연락을 원하지 않는 고객입니다.',
    wrongNumber: () => '전화번호가 틀립니다.',
  },
  sale: {
    button: '판매 기록',
    title: '판매 기록',
    product: '제품',
    boughtOn: '구매일',
    newCustomer: '또는 새 고객 이름',
    newCustomerHint: '목록에 없을 때 적어 주세요. 전화와 이메일은 나중에 넣어도 됩니다.',
    done: (name, product, day) => `기록했습니다: ${nim(name)}, ${product} 구매 (${day}).`,
    nothingPlanned: '잡힌 연락이 없습니다. 구매한 지 오래되었거나 연락을 원하지 않는 고객입니다.',
    undone: '판매와 그에 따라 잡힌 연락을 모두 되돌렸습니다.',
    bought: '구매 제품',
  },
  people: {
    title: (count) => `팀원 ${count}명`,
    letIn: '참여 승인',
    refuse: '나중에',
    add: '팀원 추가',
    change: '변경…',
    makeRole: (role) => `역할: ${role}`,
    remove: '팀에서 제외',
    removeWords: list('제외 | 제거 | 삭제 | 내보내기 | 탈퇴'),
    asked: '참여를 요청함',
    hint: '직접 입력해도 됩니다: 팀원 @이름 담당자 (또는 매니저, 관리자)',
    who: '팀원',
    roleLabel: '역할',
    outside: '아직 이곳 사후 관리 팀에 속해 있지 않아 고객 정보를 보여 드릴 수 없습니다.',
    noAdmin: '아직 아무도 설정을 마치지 않았습니다. 워크스페이스 관리자가 저에게 메시지 하나만 보내면 됩니다.',
    ask: '참여 요청',
    alreadyAsked: (names) => `${names.map(nim).join(', ')}께 전했습니다. 소식이 있으면 알려 드리겠습니다.`,
    wantsIn: (name) => `${nim(name)}이 사후 관리 팀 참여를 요청했습니다.`,
  },
  welcome: {
    title: (name) => `${nim(name)}, 환영합니다`,
    value: '판매 후에 잊히는 고객이 없도록 돕겠습니다. 해피콜 일정을 잡고, 제때 알려 드리고, 결과를 기록해 둡니다.',
    role: {
      rep: '팀에서 담당자 역할입니다.',
      manager: '팀에서 매니저 역할입니다. 다른 팀원의 목록도 볼 수 있습니다.',
      admin: '이곳의 관리자입니다. 팀원을 정할 수 있습니다.',
    },
    steps: {
      rep: [
        '“후속”을 입력하면 오늘 연락할 고객이 보입니다.',
        '통화 후에는 “기록”과 이름을 입력하세요: 기록 김민지 통화함 만족, 다음 주 화요일 오후 3시',
        '판매 후에는 “판매”를 입력하세요: 판매 김민지, 공기청정기',
      ],
      manager: [
        '“후속 팀”을 입력하면 팀 전체의 연락 건이 보입니다.',
        '“후속 @이름”을 입력하면 그 팀원의 건만 보입니다.',
        'CSV 파일을 보내면 고객과 구매 내역을 가져옵니다.',
      ],
      admin: [
        '“팀원”을 입력해 팀원을 참여시키세요.',
        '여기에 CSV 파일을 보내면 고객과 구매 내역을 가져옵니다(HubSpot, Shopify 또는 직접 만든 표).',
        '“설정”을 입력해 언어와 아침 목록 시간을 고르세요.',
      ],
    },
    help: '언제든 “도움말”을 입력하세요.',
  },
  imports: {
    reading: (file) => `${file} 파일을 읽고 있습니다…`,
    tooLarge: (file, limitMb) =>
      `${file} 파일이 ${limitMb}MB보다 큽니다. 나누어 보내거나, 관리자에게 서버에서 “aftercare import” 실행을 부탁하세요.`,
    notATable: (file) =>
      `${file} 파일은 읽을 수 있는 표가 아닙니다. CSV 파일(HubSpot 연락처, Shopify 주문)이나 고객, 제품, 구매일 열이 있는 표를 보내 주세요.`,
    unknown: (missing) =>
      `어느 열이 무엇인지 알 수 없습니다${missing ? `. 없는 열: ${missing}` : ''}. 첫 줄에 열 이름을 적어 주세요. 예: 고객, 회사, 전화, 이메일, 제품, 구매일, 담당자`,
    unreachable: (file) => `${file} 파일을 받지 못했습니다. 다시 보내 주세요.`,
    formats: { 'hubspot-contacts': 'HubSpot 연락처', 'shopify-orders': 'Shopify 주문', sheet: '일반 표' },
    title: (file) => `${file}: 이렇게 가져옵니다`,
    found: (format, lines, encoding) => `${format} 형식, ${lines}줄을 읽었습니다 (${encoding}).`,
    columns: '열',
    ignored: (columns) => `쓰지 않은 열: ${columns}`,
    datesAssumed: (order) => `3/12 같은 날짜는 두 가지로 읽힐 수 있어 “${order}” 순서로 읽었습니다.`,
    dateOrders: { 'day-first': '일/월', 'month-first': '월/일' },
    fields: {
      customerId: '고객번호',
      name: '고객',
      firstName: '이름',
      lastName: '성',
      company: '회사',
      phone: '전화',
      email: '이메일',
      country: '국가',
      language: '언어',
      birthday: '생일',
      note: '메모',
      product: '제품',
      boughtOn: '구매일',
      quantity: '수량',
      amount: '금액',
      currency: '통화',
      purchaseId: '주문번호',
      order: '주문',
      status: '상태',
      cancelled: '취소일',
      rep: '담당자',
    },
    plan: (customers, known, purchases, touches) =>
      `새 고객 ${customers}명, 이미 있는 고객 ${known}명, 새 구매 ${purchases}건, 잡을 연락 ${touches}건입니다.`,
    filled: (count) => `이미 있는 고객 ${count}명은 파일에 새로 있는 정보만 채웁니다. 적혀 있던 내용은 바꾸지 않습니다.`,
    nothingNew: '이 파일의 내용은 이미 모두 있습니다. 바뀌는 것이 없습니다.',
    nothingValid: '이 파일에서 가져올 수 있는 줄이 없습니다.',
    wrong: (count) => `${count}줄은 읽을 수 없어 건너뜁니다:`,
    wrongMore: (count) => `… 그 밖에 ${count}줄 더 있습니다.`,
    line: (line, problem) => `${line}번째 줄: ${problem}`,
    problems: {
      missing: (field) => `${field} 값이 없습니다`,
      'too-many-cells': (cells, expected) => `제목 줄은 ${expected}칸인데 ${cells}칸입니다`,
      'unclosed-quote': () => '따옴표가 열린 뒤 닫히지 않았습니다',
      'endless-line': () => '줄이 끝나지 않습니다',
      'orphan-line': (order) => `주문 ${order}에 속하는데 위에 그 주문이 없습니다`,
      cell: (column, value, fault) => `${column} “${value}”: ${fault}`,
    },
    faults: {
      'bad-date': '읽을 수 없는 날짜입니다',
      'future-date': '아직 오지 않은 날짜입니다',
      'absurd-date': '맞을 수 없는 날짜입니다',
      'bad-email': '이메일 주소가 아닙니다',
      'bad-phone': '전화번호가 아닙니다',
      'mangled-phone': '표 프로그램이 번호를 망가뜨렸습니다. 열 서식을 텍스트로 바꿔 다시 내보내 주세요',
      unreadable: '깨진 글자가 있습니다. UTF-8로 다시 내보내 주세요',
      'too-long': '너무 깁니다',
    },
    purchase: '구매',
    whoIs: (name, lines) => `파일에 담당자로 적힌 “${name}”(${lines}줄), 어느 분인가요?`,
    chooseRep: '어느 분인가요?',
    repsMore: (count) => `이 뒤로 이름이 ${count}개 더 있습니다.`,
    untilThen: '답이 없는 이름의 고객은 가져오는 사람이 맡습니다.',
    nobody: '여기 없음: 제가 맡기',
    go: (count) => `${count}줄 가져오기`,
    drop: '가져오지 않기',
    dropped: (file) => `${file} 파일을 가져오지 않았습니다.`,
    gone: (file) => `${file} 파일이 더 이상 없습니다. 다시 보내 주세요.`,
    started: (file) => `${file} 파일을 가져오고 있습니다…`,
    running: (file, done, total) => `${file} 파일을 가져오는 중: ${total}줄 중 ${done}줄…`,
    done: (file, customers, purchases, touches) =>
      `${file} 파일을 가져왔습니다: 새 고객 ${customers}명, 새 구매 ${purchases}건, 잡은 연락 ${touches}건.`,
    failed: (file, reference) =>
      `${file} 파일을 가져오지 못했고, 바뀐 것은 없습니다. 다시 시도해 주세요. 계속되면 관리자에게 참조 번호 ${reference}번을 알려 주세요.`,
    again: '다시 시도',
    how: '저와의 1:1 대화에 CSV 파일을 보내 주세요. HubSpot 연락처, Shopify 주문 또는 직접 만든 표면 됩니다. 무엇이 바뀌는지 먼저 보여 드립니다.',
  },
  shortcuts: {
    reviewThis: { name: '이 답장 검토', description: '보내도 되는 답장인지 봅니다. 결과는 본인에게만 보입니다.' },
    reviewAnswer: { name: '이 글에 쓸 답장 검토', description: '고객이 쓴 글에 비추어 답장을 봅니다.' },
  },
  review: {
    button: '답장 검토',
    title: '답장 검토',
    submit: '검토',
    draft: '보낼 답장',
    draftHint: (most) =>
      `최대 ${most}자입니다. 더 길면 저와의 대화창에 “검토”와 함께 붙여 넣거나, “검토”라고 쓰고 텍스트 파일로 보내 주세요.`,
    complaint: '고객이 쓴 글',
    complaintHint: '적어 주시면 고객 말씀에 제대로 답했는지도 봅니다.',
    complaintWords: list('고객 | 고객 글 | 고객 말씀 | 고객 문의 | 문의 | 불만 | 컴플레인'),
    draftWords: list('답장 | 내 답장 | 답변 | 회신 | 초안'),
    language: '답장에 쓴 언어',
    languageHint: '비워 두면 알아서 구분합니다.',
    customerHint: '제안하는 답장에 성함이 들어갑니다.',
    verdict: {
      yes: '보내도 됩니다.',
      look: '보내도 됩니다. 아래에 적은 것만 한 번 더 봐 주세요.',
      nearly: (count) => `거의 다 됐습니다. 거슬리는 말은 없지만 ${count}가지가 빠졌습니다.`,
      no: (count) => `아직 보내지 마세요. 화를 키울 말이 ${count}군데 있습니다.`,
      unread: '판단할 수 없는 글입니다. 한국어, 영어, 중국어만 읽을 수 있는데 그런 문장이 없습니다.',
    },
    categories: {
      refusal: '딱 잘라 거절',
      vague: '애매한 말',
      impatient: '귀찮아하는 말',
      deflect: '떠넘기기',
      blame: '고객 탓',
      excuse: '변명',
      overpromise: '지나친 약속',
      rude: '무례한 말',
      style: '말투',
    },
    hint: '참고',
    ofTeam: '우리 팀 표현',
    better: '이렇게',
    times: (count) => `${count}군데`,
    notHere: '여기선 괜찮음',
    more: (count) => `… 그 밖에 ${count}군데.`,
    noted: '여기서는 괜찮은 것으로 셌습니다. 횟수만 세고 글은 남기지 않습니다.',
    disputed: (names) => `괜찮다고 표시하신 것: ${names}. 횟수만 세고 글은 남기지 않습니다.`,
    missing: '빠진 것과 넣을 문장',
    elements: {
      empathy: '마음 헤아리기',
      restate: '문제 되짚기',
      check: '맞게 이해했는지 묻기',
      own: '책임 인정',
      action: '해 드릴 일',
      time: '언제까지',
    },
    complete: '거슬리는 말이 없고, 좋은 답장에 필요한 것이 다 있습니다.',
    use: '제안 답장 쓰기',
    edit: '고쳐서 다시 검토',
    mirror: '고객 말씀과 그에 대한 답',
    points: {
      unanswered: '답이 없음',
      contradicted: '사실 확인 필요',
      parroted: '그대로 옮김',
      answered: '답함',
    },
    hollow: (text) => `“${text}”: 누구에게나 할 수 있는 말입니다. 이 고객이 겪은 일을 짚어 주세요.`,
    draftMarked: '보낼 답장, 고칠 곳은 굵은 글씨',
    askComplaint: '고객이 쓴 글도 함께 주시면 제대로 답했는지 봐 드립니다.',
    tooLongToShow: '너무 길어서 여기에 다 보여 드리거나 고칠 수 없습니다. 쓰던 곳에서 고친 뒤 다시 보내 주세요.',
    privacy: '본인에게만 보이며, 글은 저장하지 않습니다.',
    suggestion: '복사해서 쓸 답장',
    brackets: '[대괄호] 안을 채워 주세요. 보내는 것은 직접 하시면 됩니다. 제가 대신 보내지 않습니다.',
    noSuggestion: '이 답장에는 더할 것이 없습니다.',
    reading: (file) => `${file} 파일을 읽고 있습니다…`,
    unreadable: (file) => `${file} 파일에서 글을 읽을 수 없습니다. 텍스트 파일로 보내거나 “검토” 뒤에 바로 붙여 넣어 주세요.`,
    fileGone: (file) => `${file} 파일을 가져오지 못했습니다. 다시 보내 주세요.`,
  },
  phrases: {
    title: (count) => `우리 팀 표현 ${count}개`,
    none: '아직 팀에서 정한 표현이 없습니다. 코치의 기본 규칙은 그대로 적용됩니다.',
    allowed: '써도 되는 말',
    add: '표현 추가',
    remove: '삭제',
    addWords: list('추가 | 등록'),
    removeWords: list('삭제 | 제거 | 빼기'),
    allowWords: list('허용 | 괜찮음'),
    kindWords: { literal: list('그대로 | 단어'), frame: list('틀 | 문형') },
    headWords: list('분류 | 유형'),
    text: '표현',
    textHint: '평소에 쓰는 그대로 적어 주세요. 띄어쓰기와 문장 부호는 상관없습니다.',
    category: '무엇이 문제인지',
    allow: '문제없음, 써도 되는 말',
    why: '이유',
    whyHint: '쓴 사람에게 알려 줄 한 문장.',
    instead: '대신 쓸 말',
    language: '언어',
    kind: '찾는 방법',
    kinds: { literal: '이 말 그대로', frame: '틀 (코치의 규칙과 같은 방식)' },
    lines: '또는 여러 개, 한 줄에 하나씩',
    linesHint: '표현; 분류; 이유; 대신 쓸 말; 언어; 그대로 또는 틀. 써도 되는 말은 분류에 “허용”을 적고 이유를 적어 주세요.',
    usage: '한 줄에 하나씩: 표현; 분류; 이유; 대신 쓸 말. “표현”이라고 쓰고 표나 텍스트 파일을 보내셔도 됩니다.',
    trial: (count) => `${count}개를 켤 수 있습니다.`,
    trialNone: '켤 수 있는 표현이 없습니다.',
    refused: (count) => `쓸 수 없는 줄 ${count}개:`,
    line: (line, reason) => `${line}번째 줄: ${reason}`,
    reasons: {
      short: (text) => `“${text}”: 너무 짧아서 찾을 수 없음`,
      long: (most) => `${most}자를 넘음`,
      category: (text) =>
        `“${text}”에 분류가 없음. 분류: 딱 잘라 거절, 애매한 말, 귀찮아하는 말, 떠넘기기, 고객 탓, 변명, 지나친 약속, 무례한 말, 허용`,
      why: () => '이유가 없음',
      instead: () => '대신 쓸 말이 없음',
      language: () => '틀에는 언어가 필요함: 한국어, 영어, 중국어',
      twice: (line) => `${line}번째 줄과 같음`,
      known: () => '이미 있음',
      frame: (problem) => `틀을 읽을 수 없음: ${problem}`,
      silent: () => '자기 자신도 찾지 못함',
      full: (most) => `팀마다 ${most}개까지만 됨`,
    },
    calm: (tried) => `권장 문장 ${tried}개로 시험했습니다. 잘못 짚은 문장이 없습니다.`,
    alarms: (count, tried) => `권장 문장 ${tried}개로 시험했더니 ${count}개를 잘못 짚었습니다. 예:`,
    alarm: (phrase, sentence) => `“${phrase}” → “${sentence}”`,
    covers: (count) => `코치가 아는 나쁜 예문 중에서는 ${count}개를 찾아냅니다.`,
    on: '켜기',
    drop: '추가하지 않기',
    switched: (count) => `표현 ${count}개를 켰습니다.`,
    dropped: '아무것도 추가하지 않았습니다.',
    removed: (text) => `삭제했습니다: “${text}”.`,
    reading: (file) => `${file} 파일을 읽고 있습니다…`,
    tooLarge: (file, most) => `${file} 파일이 ${most}줄을 넘습니다. 나누어 보내 주세요.`,
  },
  rules: {
    title: '코치의 규칙, 이의가 많은 순서',
    how: (percent, hits, people) =>
      `답장 ${hits}건 이상을 짚은 규칙에 ${people}명 이상이 ${percent}% 넘게 이의를 내면 저절로 참고로 바뀝니다. 횟수만 세고 누구의 글도 남기지 않습니다.`,
    none: '아직 규칙이 짚은 것이 없습니다.',
    counts: (hits, disputes, percent) => `답장 ${hits}건을 짚음, 이의 ${disputes}번 (${percent}%)`,
    demoted: '지금은 참고만',
    demote: '참고로 바꾸기',
    restore: '되돌려 놓기',
    restored: (rule) => `“${rule}” 규칙을 되돌려 놓았습니다. 횟수는 처음부터 다시 셉니다.`,
    madeHint: (rule) => `“${rule}” 규칙은 이제 참고로만 보여 드립니다.`,
    told: (rule, disputes, hits, people) =>
      `“${rule}” 규칙을 참고로 바꿨습니다. 답장 ${hits}건 중 ${disputes}건에서 ${people}명이 괜찮다고 했습니다.`,
    show: '모든 규칙',
    log: '결정 기록',
    decided: { hint: '참고로 바꿈', problem: '되돌려 놓음' },
    byItself: '자동',
  },
  nudge: {
    morning: (total, overdue) =>
      `좋은 아침입니다. 오늘 연락할 건은 ${total}건입니다${overdue > 0 ? `. 이 중 ${overdue}건은 기한이 지났습니다` : ''}.`,
    now: (name, title) => `지금 연락할 시간입니다: ${nim(name)}, ${title}`,
    last: '지난번',
    points: '물어볼 것과 말할 것',
    doneElsewhere: (name, title) => `${nim(name)} “${title}” 건은 처리되었습니다.`,
  },
  settings: {
    title: '내 설정',
    language: '언어',
    morning: '아침 목록 시간',
    morningHint: (zone) => `대화 프로필의 시간대(${zone}) 기준입니다.`,
    country: '고객이 주로 있는 나라',
    countryHint: '고객 정보에 나라가 없으면 이 나라의 공휴일을 피해 통화 일정을 잡습니다.',
    saved: (time) => `저장했습니다. 아침 목록을 보내 드리는 시간은 ${time}입니다.`,
  },
  home: {
    hello: (name) => `${nim(name)}, 안녕하세요`,
    nothing: '연락할 건이 없습니다.',
    more: (count) => `그 밖에 ${count}건`,
  },
  help: {
    show: '도움말',
    title: '할 수 있는 일',
    nextStep: '다음에 할 일',
    plain:
      '모든 명령은 /aftercare …로도 쓸 수 있고, 저와의 1:1 대화에서는 그냥 한국어로 적으면 됩니다: 후속, 기록, 판매, 고객, 가져오기, 설정, 도움말.',
    feedback: '잘못되었거나 빠진 것이 있나요? 관리자에게 알려 주세요. 오류 메시지마다 참조 번호가 있습니다.',
    notUnderstood: '무슨 말씀인지 이해하지 못했습니다. 제가 아는 명령은 다음과 같습니다.',
    next: {
      admin: '먼저 팀원을 참여시킨 다음, 고객 파일을 보내 주세요.',
      empty: '판매를 기록하거나, 고객과 구매 내역 파일을 보내 주세요.',
      due: (count) => `연락할 건이 ${count}건 있습니다. 첫 번째부터 시작해 보세요.`,
      none: '연락할 건이 없습니다. 고객 정보를 살펴보기 좋은 때입니다.',
    },
    people: '팀원 추가',
    import: '파일 가져오기',
  },
  errors: {
    notAllowed: (role) => `${role}만 할 수 있는 일입니다. ${role}에게 부탁하거나 “도움말”을 입력해 할 수 있는 일을 확인하세요.`,
    onlyManagers: (role) => `다른 팀원의 목록은 ${role}만 볼 수 있습니다. 내 목록은 “후속”을 입력하세요.`,
    notUnderstood: (reference) => `이해하지 못했습니다. “도움말”을 입력하면 예를 볼 수 있습니다. (참조 번호 ${reference})`,
    tooLong: (most) =>
      `내용이 너무 깁니다. 최대 ${most}자까지 쓸 수 있습니다. 줄여서 다시 보내 주세요. 아직 저장되지 않았습니다.`,
    staleButton: () => '예전 메시지의 버튼이라 더는 쓸 수 없습니다. “후속”을 입력하면 최신 목록이 나옵니다.',
    refused: (why) =>
      why === 'not-installed'
        ? '이 워크스페이스에는 아직 설치되지 않았습니다. 워크스페이스 운영자에게 설치를 부탁하세요.'
        : '죄송합니다. 고객 정보를 다루기 때문에 설치된 워크스페이스의 정식 멤버만 이용할 수 있습니다. 그쪽 담당자에게 문의해 주세요.',
    storeDown: (changes) =>
      `${changes ? '저장하지 못했습니다. ' : ''}지금 데이터베이스에 연결되지 않습니다. 1분 뒤에 다시 시도해 주세요. 이미 저장했다고 알려 드린 내용은 안전합니다.`,
    bug: (changes, reference) =>
      `${changes ? '저장하지 못했습니다. ' : ''}처리하다 문제가 생겼습니다. 다시 시도해 주세요. 계속되면 관리자에게 참조 번호 ${reference}번을 알려 주세요.`,
    peopleUsage: () => '이렇게 써 주세요: 팀원 @이름 담당자. 역할은 담당자, 매니저, 관리자이고, 내보낼 때는 “제외”입니다.',
    nobodyThere: () => '모르는 분입니다. 관리자가 참여시킬 수 있습니다: 팀원 @이름 담당자',
    lastAdmin: () => '그러면 관리자가 없어집니다. 먼저 다른 분을 관리자로 지정해 주세요.',
    customerGone: () => '더 이상 없는 고객입니다.',
    customerThere: (name, hint) => `${nim(name)}${hint ? `(${hint})` : ''}은 이미 있습니다.`,
    customerMissing: () => '고객을 고르거나 새 고객 이름을 적어 주세요.',
    badField: () => '올바르지 않은 값입니다. 확인해 주세요.',
    inThePast: () => '이미 지난 시각입니다. 나중 시각을 골라 주세요.',
    inTheFuture: () => '구매일은 오늘보다 뒤일 수 없습니다.',
    dayMissing: () => '시간을 정하려면 날짜도 필요합니다.',
    logUsage: () => '이렇게 써 주세요: 기록 김민지 통화함 만족, 다음 주 화요일 오후 3시. “기록”만 입력해도 됩니다.',
    saleUsage: () => '이렇게 써 주세요: 판매 김민지, 공기청정기, 어제. “판매”만 입력해도 됩니다.',
    draftTooLong: (length, most) => `${length}자입니다. ${most}자까지 검토할 수 있습니다. 마음에 걸리는 부분만 보내 주세요.`,
    tooLongForForm: (length, most) =>
      `이 글은 ${length}자이고, 양식에는 ${most}자까지 들어갑니다. 저와의 대화창에 “검토”라고 쓰고 “고객:” 뒤에 고객 글을, “답장:” 뒤에 보낼 답장을 적어 주세요. “검토”라고 쓰고 텍스트 파일로 보내셔도 됩니다.`,
    draftMissing: () => '고객이 쓴 글만 있습니다. 그 아래에 “답장:”이라고 쓰고 보낼 답장을 적어 주세요.',
    nothingToReview: () => '이 메시지에는 글이 없습니다.',
    reviewGone: () => '초안은 저장하지 않고, 이 메시지에도 다 들어 있지 않습니다. “검토”와 함께 답장을 다시 보내 주세요.',
    phraseText: () =>
      '이렇게 적어 주세요: 표현 추가 제 담당이 아닙니다; 떠넘기기; 내쫓는 말로 들립니다; 제가 알아보고 전화드리겠습니다.',
    phraseUnknown: (text) => `“${text}” 표현은 없습니다. “표현”을 입력하면 목록이 나옵니다.`,
    undoTooLate: () => '되돌리기는 10분 안에만 됩니다. 고객 정보에서 고칠 수는 있습니다.',
    alreadyUndone: () => '이미 되돌렸습니다.',
    undoBlocked: () => '그 뒤에 기록된 내용이 있어 되돌릴 수 없습니다. 고객 정보에서 고쳐 주세요.',
  },
};
