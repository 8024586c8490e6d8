/** The pack of a telecom operator (packs.md `telecom`; seed 002 part 1). */
import { compose } from '../compose';
import { appeals } from './appeals';
import { appraisal } from './appraisal';
import { company } from './company';
import { complaints } from './complaints';
import { dispatch } from './dispatch';
import { hotline } from './hotline';
import { reporting } from './reporting';
import { revisit } from './revisit';

export const telecom = compose(company, { hotline, dispatch, complaints, appeals, revisit, appraisal, reporting });
