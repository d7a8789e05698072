import type { Source } from './model.ts';

const REGULATIONS = 'Care Planning, Placement and Case Review (England) Regulations 2010';

/** A regulation, like `39(5)`. */
export function reg(number: string): Source {
  const link = `https://www.legislation.gov.uk/uksi/2010/959/regulation/${Number.parseInt(number, 10)}`;
  return { name: REGULATIONS, where: `regulation ${number}`, link };
}

/** A section of Salford's policy: one council's, not the law. */
export const salford = (section: number): Source => ({
  name: 'Salford reunification policy (3.1.7)',
  where: `section ${section}`,
  link: '',
});

/** A heading of the NSPCC's briefing on what case reviews found. */
export const caseReviews = (heading: string): Source => ({
  name: 'NSPCC, learning from case reviews, January 2024',
  where: heading,
  link: '',
});

/** A section of the research on returns in eight authorities. */
export const research = (section: string): Source => ({
  name: 'Research on returns home in eight authorities, National Children’s Bureau and Loughborough University',
  where: section,
  link: '',
});

/** The IRO Handbook, of which only what councils quote was read. */
export const handbook = (paragraph: string, council: 'Southwark' | 'Hammersmith and Fulham'): Source => ({
  name: 'IRO Handbook 2010',
  where: `${paragraph}, as ${council} quotes it`,
  link:
    council === 'Southwark'
      ? 'http://southwark.proceduresonline.com/chapters/p_iro_esc.html'
      : 'https://lbhf.trixonline.co.uk/chapter/escalation-guidance',
});

const childrenAct = (where: string, link: string): Source => ({ name: 'Children Act 1989', where, link });

export const SECTION_20_8 = childrenAct('section 20(8)', 'https://local-government-law.11kbw.com/accommodation/');
export const SECTION_20_9 = childrenAct(
  'section 20(8) and (9), reprinted by Wakefield',
  'http://www.proceduresonline.com/wakefield/childcare/p_section_20_ch_act.html',
);
export const SECTION_25A = childrenAct(
  'section 25A(2)',
  'http://www.legislation.gov.uk/ukpga/2008/23/section/10/data.xht?view=snippet&wrap=true',
);
export const SECTION_25B = childrenAct(
  'section 25B',
  'http://www.legislation.gov.uk/ukpga/1989/41/section/25B/2016-04-06/data.html',
);
export const NEW_ACT: Source = {
  name: 'Children’s Wellbeing and Schools Act 2026',
  where: 'section 1',
  link: 'https://www.legislation.gov.uk/id/ukpga/2026/21/section/1',
};
export const WELSH_TWIN: Source = {
  name: 'The Welsh regulations of 2015',
  where: 'regulation 20: the figures, which the English text was not read for',
  link: 'http://www.legislation.gov.uk/wsi/2015/1818/regulation/20/made',
};
export const REMAND_ACT: Source = {
  name: 'Legal Aid, Sentencing and Punishment of Offenders Act 2012',
  where: 'sections 98 and 104',
  link: 'http://www.legislation.gov.uk/cy/ukpga/2012/10/notes/division/5/5/4/3',
};
export const REMAND_MERTON = council(
  'Merton',
  'remand procedure',
  'https://mertoncs.proceduresonline.com/p_rem_la_yth_det_accomm.html',
);
export const DODDS: Source = {
  name: 'Dodds v Walker [1981], House of Lords',
  where: '',
  link: 'https://swarb.co.uk/dodds-v-walker-hl-1981/',
};
export const WORKING_DAY: Source = {
  name: 'Joint Area Reviews Regulations 2005',
  where: 'regulation 1: the same words, read there',
  link: '',
};
export const REMOTE_VISITS: Source = {
  name: 'CoramBAAF, end of the coronavirus regulations',
  where: '',
  link: 'https://corambaaf.org.uk/updates/end-coronavirus-regulations',
};
export const TEES = council(
  'Tees',
  'children returning home, restating Working Together',
  'https://www.teescpp.org.uk/procedures-and-guidance-on-specific-issues-that-affect-children/children-returning-home/',
);
export const BUCKS = council(
  'Buckinghamshire',
  'returning home, restating Working Together',
  'https://www.buckschildrensmapp.co.uk/returning-home',
);
export const LEEDS = council(
  'Leeds',
  'reunification procedure, 2016',
  'http://leedschildcare.proceduresonline.com/chapters/p_reunification.html',
);
export const KENT_VISITS = council(
  'Kent',
  'visits procedure',
  'https://kentchildcare.proceduresonline.com/p_sw_visits.html',
);
export const HERTFORDSHIRE = council(
  'Hertfordshire',
  'visits procedure',
  'https://hertschildcare.proceduresonline.com/p_stat_visits_lac.html',
);
export const MERTON_DISPUTES = council(
  'Merton',
  'dispute procedure',
  'https://mertoncs.proceduresonline.com/p_disp_resol_ind_rev_off.html',
);
export const MERTON_RECORDS = council(
  'Merton',
  'retention of records, restating regulation 50',
  'https://mertoncs.proceduresonline.com/t_retention_records.html',
);
export const HULL = council('Hull', 'dispute procedure', 'https://hullchserv.proceduresonline.com/p_cafcass.html');
export const NOTTINGHAMSHIRE = council(
  'Nottinghamshire',
  'dispute procedure',
  'http://nottinghamshirechildcare.proceduresonline.com/chapters/p_dispute.html',
);
export const WALSALL_IRO = council(
  'Walsall',
  'IROs, restating regulation 46',
  'https://walsallcs.trixonline.co.uk/chapter/independent-reviewing-officers',
);
export const THURROCK = council('Thurrock and Bristol', 'pages on IROs', '');
export const CEASING = council('Gloucestershire, Kirklees and Tees', 'pages on ceasing to look after', '');
export const SHARING: Source = {
  name: 'Information Commissioner, sharing information to safeguard children',
  where: 'ten-step guide, 2023',
  link: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-sharing/a-10-step-guide-to-sharing-information-to-safeguard-children/',
};
export const PATRICK: Source = { name: 'IRO practice network', where: 'case of “Patrick”, 2015', link: '' };
export const RETURNS_PAGE: Source = { name: 'IRO practice network', where: 'page on return home from care', link: '' };

/** What Homeward does by design: a rule nowhere. */
export const OURS: Source = { name: 'Homeward’s own design', where: 'no rule anywhere', link: '' };

function council(name: string, where: string, link: string): Source {
  return { name, where, link };
}
