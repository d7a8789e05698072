import type { Entry } from '../model.ts';
import { caseReviews, MERTON_RECORDS, OURS, SHARING, salford } from '../sources.ts';

/** Notes, records, privacy, and what Homeward is and is not. */
export const RECORD_ENTRIES: readonly Entry[] = [
  {
    id: 'notes',
    asks: ['How should case notes be written after a visit?', 'Keep fact and opinion apart in recording'],
    answer:
      'Keep what you saw and heard apart from what you think it means. Use the child’s own words where you can. Case reviews ask for clear records of both. From a visit, review or decision Homeward gives a plain note to copy into the case record, and a tick that it is there.',
    sources: [caseReviews('good monitoring'), OURS],
    rules: ['R-REC-03'],
    sure: 'source',
    but: 'The note to copy is our proposal.',
    see: ['case'],
  },
  {
    id: 'retention',
    asks: [
      'How long is a looked-after child’s record kept?',
      '75 years retention of the case file',
      'How long do we keep the file?',
    ],
    answer:
      'Until the 75th anniversary of the child’s birth, or 15 years from the death of a child who died under 18. So Merton and Blackpool restate it. For child-in-need records alone there is no statute: your authority sets the time.',
    sources: [MERTON_RECORDS],
    rules: ['R-REC-01', 'R-REC-02'],
    sure: 'councils',
    but: 'The English regulation itself was not read.',
    see: [],
  },
  {
    id: 'sharing',
    asks: [
      'Can I share information with other agencies to protect a child?',
      'Does data protection law stop information sharing?',
      'GDPR and consent to share',
      'Can I share information with the school or the GP?',
    ],
    answer:
      'Data protection law does not stop you sharing to protect a child. Consent is often the wrong basis; public task or legal obligation are usual. Share what is needed with those who need it, and write down why.',
    sources: [SHARING],
    rules: ['R-REC-04', 'R-REC-05'],
    sure: 'source',
    but: '',
    see: [],
  },
  {
    id: 'privacy',
    asks: ['What may I type into Homeward about a child?', 'Confidentiality in channels and chat'],
    answer:
      'In our own chat: the child’s reference and what the form asks. No full names with date of birth or address. In a channel nothing about a child at all: there Homeward shows only a neutral reference, the stage and a date. What is typed into a form belongs to the record and may have to be disclosed.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: 'That it may have to be disclosed is not verified.',
    see: ['help'],
  },
  {
    id: 'homeward-is-not',
    asks: ['What is Homeward, and what is it not?', 'Is Homeward the case record?', 'What can you do?'],
    answer:
      'A prompt and a dispute register: it asks the return checklist, keeps the dates and carries disputes. It is not the child’s case record, which stays in the case system; not an emergency service; not legal advice. It decides nothing about a child: people do, and it shows who and why.',
    sources: [OURS],
    rules: ['R-REC-03'],
    sure: 'ours',
    but: '',
    see: ['help'],
  },
  {
    id: 'local-or-law',
    asks: ['Is this date the law or local policy?', 'What if local policy differs from the regulation?'],
    answer:
      'Each date says which it is: regulation, statutory guidance, local policy or agreed in the plan. Local policy may be stricter than the regulation, never looser. Where both apply Homeward shows both and reminds on the earlier. Visits after a section 20 return, for one, are local policy only.',
    sources: [OURS, salford(3)],
    rules: ['R-CNT-10'],
    sure: 'ours',
    but: '',
    see: ['why'],
  },
  {
    id: 'guidance-limits',
    asks: ['Can I rely on these answers?', 'What does “not verified” mean?'],
    answer:
      'They are short and general, and each says where it comes from and how sure we are. “Not verified” means that nobody here has read the words of the law: check first. Your authority’s procedures and legal services come before anything said here.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['ask'],
  },
  {
    id: 'emergency',
    asks: [
      'A child is at risk right now, what do I do?',
      'Is Homeward an emergency service?',
      'A child is in immediate danger',
    ],
    answer:
      'Homeward is not an emergency service and nobody reads it as one. If a child is in danger now, call the police, or your safeguarding or out-of-hours duty team, and tell your manager. Record it in the case system. Come back here afterwards.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: [],
  },
];
