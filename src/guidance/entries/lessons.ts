import type { Entry } from '../model.ts';
import { caseReviews, LEEDS, RETURNS_PAGE, research, TEES } from '../sources.ts';

const ASSESSMENT = caseReviews('lack of robust assessment');
const PARENTS = caseReviews('action to address parent difficulties');
const CHILDREN = caseReviews('risks and vulnerabilities of children');

/** What reviews of failed returns found. */
export const LESSON_ENTRIES: readonly Entry[] = [
  {
    id: 'reviews-contact',
    asks: [
      'What do reviews of returns say about contact?',
      'Is good supervised contact proof of good parenting?',
      'Lessons about family time before a return',
    ],
    answer:
      'That parenting was judged too hopefully from supervised contact, or while services were there a great deal. What earlier assessments said when contact was set belongs in the parenting assessment. Before the return, contact grows in steps, so that workers see how parents cope as they carry more.',
    sources: [ASSESSMENT, caseReviews('thorough assessments'), caseReviews('learning from previous case reviews')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-men',
    asks: [
      'What do case reviews say about fathers and partners?',
      'Men in the household missing from the assessment',
      'Assessing dad or mum’s new boyfriend',
    ],
    answer:
      'One parent was seen as the only worry, which hid the risk from the other; and both parents were not always drawn in. Put fathers and other significant men into the assessment: the adults’ relationship, the man’s relationship with the child, his part in care, and how he was seen to parent.',
    sources: [PARENTS, caseReviews('thorough assessments')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-optimism',
    asks: [
      'What do case reviews say about over-optimism?',
      'Are we being too optimistic about the parents?',
      'How do I challenge a hopeful assessment?',
    ],
    answer:
      'Workers judged parents too hopefully from supervised or heavily supported times, and took it that what they had put in place was working. New risks went unseen. So look at parenting outside supervised time, ask for evidence of change, and let a manager challenge the view. Be curious as well as kind.',
    sources: [ASSESSMENT, caseReviews('thorough assessments')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-support',
    asks: [
      'What do reviews say about support ending too soon?',
      'Was support withdrawn too early after return?',
      'What support do families need after a return?',
    ],
    answer:
      'Families were not always given the help they needed when they needed it, and relatives were not prepared for their part. Parents told the research that support stopped abruptly or too soon, and asked for the long haul. Social workers spoke of staying three to nine months and tapering off; families often did not see it taper.',
    sources: [caseReviews('planning and support'), research('section 4')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-voice',
    asks: [
      'What do case reviews say about listening to the child?',
      'The child’s voice in a return home',
      'Finding out what the child wants',
    ],
    answer:
      'Children were not always part of the planning. Parents’ wishes filled the meetings, adults’ needs set the pace, and a child sent back after telling of abuse could feel disbelieved. Hear the child’s hopes and fears, alone, and weigh them against safety. Tell the child what was decided, and when a date slips.',
    sources: [caseReviews('voice of the child'), research('section 3')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-adult-needs',
    asks: [
      'What do reviews say about drugs, alcohol, mental health and domestic abuse?',
      'Parent’s substance misuse not resolved before return',
      'Is a referral to an adult service enough?',
    ],
    answer:
      'Children went back to parents whose difficulties were not resolved: parenting skills, mental health, domestic abuse, drink or drugs. Plans leaned on parents going to adult services by choice, which did not always last. A referral is not a change: look for evidence, understand what the abuse did to the child, and settle what happens if attendance stops.',
    sources: [PARENTS, caseReviews('thorough assessments')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-family',
    asks: [
      'What do reviews say about help promised by the wider family?',
      'Relying on grandparents to support the parents',
      'Aunts and grandparents promised to help',
    ],
    answer:
      'Some returns rested on relatives helping the parents, without anyone asking if they were able and suitable, or looking again when the help did not come. Assess each promise like any other service, write it in the plan, and reassess when it fails. Real support from relatives and friends is also linked with returns that last.',
    sources: [ASSESSMENT, RETURNS_PAGE],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-powers',
    asks: [
      'What if parents refuse to work with us after the return?',
      'The court sent the child home against our advice',
      'What do reviews say about legal powers?',
    ],
    answer:
      'Case reviews found workers who thought that nothing was left to do when a parent refused to work with them, or when a judge had decided on a return against advice. The duty to protect the child goes on. Talk to your manager and legal services, hold a multi-agency meeting after an unexpected court outcome, and use section 47 where there is harm.',
    sources: [caseReviews('legal powers'), caseReviews('sharing information'), TEES],
    rules: [],
    sure: 'source',
    but: '',
    see: ['case'],
  },
  {
    id: 'reviews-information',
    asks: [
      'What do case reviews say about agencies sharing information?',
      'Agencies did not know the child had gone home',
      'Multi-agency working in returns',
    ],
    answer:
      'Not everyone around the child knew of the return, information stopped at council borders, and agencies worked alone without a joint plan or without challenging each other. So tell every agency, also after a change of status; meet before the return; and be clear about who does what and who answers for it.',
    sources: [caseReviews('sharing information')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reviews-child-risks',
    asks: [
      'What do reviews say about exploitation, self-harm and young carers?',
      'Child’s own risks and mental health (CAMHS) on return',
      'Criminal exploitation and going home',
    ],
    answer:
      'The child’s own difficulties were not always worked on first. Self-harm after a return was underestimated. With exploitation, effort went into keeping the child away from risk, not into helping them see it or disrupting those who did the harm. Caring for a parent was overlooked; a young carer’s support should not hang on the parents’ consent.',
    sources: [CHILDREN, caseReviews('before and after return')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'school',
    asks: [
      'What do reviews say about school and attendance?',
      'School place before a child goes home',
      'Education after a return',
    ],
    answer:
      'Low attendance, exclusion and missing school places undid returns. Have the place and the travel ready before the child moves, let the old and new schools talk, and watch attendance afterwards: the upheaval can show there first. Support a child who is absent.',
    sources: [CHILDREN, caseReviews('good monitoring')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'chronology',
    asks: ['Why does the assessment need a chronology?', 'Using earlier assessments and failed returns'],
    answer:
      'Because the history is the best evidence there is. Use every earlier assessment, list each earlier return and why it failed, and say what is different now. Case reviews found decisions made without a parenting assessment at all, and families unsure what the assessment was for.',
    sources: [ASSESSMENT, RETURNS_PAGE, LEEDS],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
];
