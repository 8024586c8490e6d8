/** The pack of a franchise headquarters (packs.md `franchise`; seed 001). */
import { compose } from '../compose';
import { appraisal } from './appraisal';
import { company } from './company';
import { complaints } from './complaints';
import { dispatch } from './dispatch';
import { hotline } from './hotline';
import { reporting } from './reporting';
import { revisit } from './revisit';

export const franchise = compose(company, { hotline, dispatch, complaints, revisit, appraisal, reporting });
