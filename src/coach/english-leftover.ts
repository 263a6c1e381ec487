import type { Category } from './review.ts';

/**
 * What an English sentence that neither hears nor helps does instead: who is said to be at fault in it, the customer, somebody
 * else, or the nature of things. Read in this order, since the later signs also stand in sentences of the earlier kinds.
 */
const READINGS: readonly (readonly [Category, RegExp])[] = [
  // A promise nobody can keep: the absolute, sworn to.
  [
    'overpromise',
    /\b(?:you will forget .{1,40} exist|(?:hundred|100|110|1000) ?(?:%|per ?cent)|flawless|flawlessly|bet (?:your|the|my)|zero doubt|no doubt about it|trust me|take my word|promise promise|end of time|rest of your (?:life|days)|cast iron|money in the bank|guaranteed)\b/u,
  ],
  // Contempt: the trouble made small, a joke, a familiar address, advice nobody asked for.
  [
    'rude',
    /\b(?:pounds?$|how we all|it is (?:romantic|cute|sweet|funny)|(?:a|one|two|five|ten|twenty|\d+) (?:bucks|quid|euros?|dollars?)|could be an? \w+|give it a (?:night|day|week|rest)|moves? on|worth more|get over|first world|mate|pal|dude|bro|hun|hon|love|dear me|lol|ha|haha|drama|dramatic|brush it off|chin up|cheer up|lighten up|never (?:killed|hurt) any\w+|bright side|look on the|lucky|so personally|get over|hardly (?:the|a|in|an)|grows? back|proper problems|(?:might|would|could) be (?:an idea|a good (?:idea|investment|start))|brave choice|tell .{1,30} from|quid|a bit of fun|if you want a|if it meant|nag|moan|whinge)\b|\b(?:is|'s) an? [a-z]+,? not an? \w|\b(?:is|are) emotional\b|\bdo(?:es)? have (?:pedals|legs|feet|hands|eyes)\b/u,
  ],
  [
    'vague',
    /\b(?:circle back|keep you posted|somewhere|sort it out (?:soon|at)|however long|as long as|some (?:future|later|point|stage|time|day)|something (?:usually|or other|at)|at some|(?:sort|correct|right|settle|resolve|clear)s? (?:itself|themselves)|get to it|now and then|fingers crossed|soon|soonish|whenever|might be .*might be|could be .*could be|come up in|in due|sooner or later|when (?:we|they|it|he|she|i) (?:can|gets?)|one day|see if|somewhere in|in the pipeline|who knows|or (?:so|something)|bear with|watch this space)\b/u,
  ],
  [
    'impatient',
    /\b(?:half the \w+|a stretch|bear (?:that|this) in mind|off the road|went to (?:all|every)|(?:two|three|four|five|six|seven|eight|nine) hundred|spell(?:ed|t) (?:this |that |it )?out|every (?:novel|word|note|line)|twice$|we (?:have|'ve) got \w+ every|already (?:told|said|sent|covered|explained|went)|covered (?:all )?(?:that|this)|before you (?:call|ring|write|ask)|keep (?:dropping|going|repeating|asking)|very first|working days|(?:twenty|thirty|forty|fifty|sixty|hundred|dozens?(?: of)?|\d+) (?:other )?[a-z]+s (?:to (?:see|serve|do|get)|waiting|today|ahead)|other (?:people|customers|folk) waiting|pair of hands|\d+ e-?mails)\b/u,
  ],
  // What is asked for is refused: nothing is given, taken back or opened again.
  [
    'refusal',
    /\b(?:can ?not be [a-z]+|(?:for|to) a? ?claim|cover is|as on the|part of (?:the|your|our|a)|we (?:do|will|can|would) not (?!know|make|set|control|decide|own|run|choose|print|pack)\w+|never been (?:something|a thing|part)|forfeits?|excluded|exclusions?|chargeable|locked|final|not a (?:hope|chance)|no chance|own(?:er)?(?: '?s)? risk|as (?:it stands|seen)|f[ae]lls? outside|outside (?:what|of|our|anything)|in the business of|not (?:something|refund|re-?open|pay|dispatch|eat|buy|offer|give|claim|be|a right|on the table|possible)\w*|(?:i am|we are|will|do) not [a-z]+(?:ing)?\b.{0,40}\b(?:for|on|over|cost|weekends?)|nothing more|once (?:it|a|an|the|you|they|issued)\b.{0,60}\b(?:it is|we|they|are|is)|non-?refundable|goodwill|entitle\w*|(?:is|are) a (?:courtesy|request))\b/u,
  ],
  // It is somebody else's: named, and made the one to turn to or to blame.
  [
    'deflect',
    /\b(?:not on our \w+|by your (?:own )?\w+|take it from there|the (?:surgery|school|builder|council)|(?:our|my) end just|at the (?:plant|factory|depot|mill|lab)|is whoever|whoever (?:does|did|made|fitted|runs)|(?:matter|one|question|job) for (?:the|your|their|his|her)|(?:are|is) what your|(?:handled|run|managed|owned|made|looked after|dealt with|supplied) by|belongs? to|(?:for|up to|down to|with) (?:the |your |their )?(?:customer|them|owner|county|council|landlord|judge|insurer|insurers|supplier|courier|venue|manufacturer|client) ?(?:to\b)?|business\b(?! of)|(?:own|their|his|her) affair|stay out|get involved|we (?:just|only|merely) |the one to blame|between yourselves|of your own|you would have to (?:find|try|ask|go|see)|people you want|instructions|(?:\w+'?s|the|your) (?:number|address|contact)\b.{0,30}\b(?:is|are) on|self-?employed|partner|contract|handles? (?:the|that|this|all)|(?:pharmacist|doctor|bank|insurer|insurers|insurance|agent|landlord|operator|supplier|court|ministry|council|office|department|desk)\b.{0,20}\b(?:can|will|is|are|handles?|decides?|deals?|not to me)|their patient|addressed to|not to me)\b/u,
  ],
  // The customer, or people who do as the customer did, should have done something else.
  ['blame', /\bbest \w+ (?:\w+ )?before\b|\bwant \w+ing\b|\beasy to (?:find|see|read|spot)\b|^are we sure\b/u],
  [
    'blame',
    /^(?:folks?|people|some people|most people|customers|users) (?!are slow)|\bsensible\b|\bso (?:go easy|be|take|keep|mind|watch)\b|sender(?: 's|s)? risk/u,
  ],
  ['excuse', /\b(?:goes through|phases?|every [a-z]+ [a-z]+ (?:finds|learns|knows))\b/u],
  [
    'blame',
    /\b(?:you|your|yours|yourself)\b(?! (?:can (?:not )?|could (?:not )?)(?:expect|tell|imagine|get|stop|predict)\b| name it\b| know\b)/u,
  ],
  [
    'blame',
    /\b(?:should|ought|supposed to|needs? (?:to|\w+ing)|must|have to|wise|prudent|any (?:serious|sensible|keeper|owner|parent|driver|rider|cook|professional|decorator|\w+ worth)|professional|experienced|serious|most (?:owners|people|parents|guests)|people (?:think|pick|cable|leave|forget|do)|owners?|users?|passengers?|parents?|culprit|out of (?:ten|a hundred)|(?:he|she|they) (?:tends?|probably|would not)|would have (?:dealt|helped|saved|been|avoided|prevented)|had (?:begun|been|started)|could equally|(?:is|gets?) worn|announced|every day|when (?:people|a|an|they|it is)|leave \w+ out)\b/u,
  ],
];

/** The category of a sentence that is left over; where nothing in it points at anybody it explains, and that is an excuse. */
export function englishLeftover(text: string): Category {
  return READINGS.find(([, sign]) => sign.test(text))?.[0] ?? 'excuse';
}
