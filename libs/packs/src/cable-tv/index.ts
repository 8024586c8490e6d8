/** The pack of a cable TV operator (packs.md `cable-tv`; seed 003). */
import { compose } from '../compose';
import { appraisal } from './appraisal';
import { company } from './company';
import { complaints } from './complaints';
import { dispatch } from './dispatch';
import { hotline } from './hotline';
import { reporting } from './reporting';
import { revisit } from './revisit';

export const cableTv = compose(company, { hotline, dispatch, complaints, revisit, appraisal, reporting });
