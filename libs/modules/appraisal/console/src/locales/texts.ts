/** Texts of the appraisal pages, Chinese first. */
import { defineTexts } from '@bihuan/console-kit';
import { en } from './en';
import { zhCN } from './zh-cn';

export const appraisalTexts = defineTexts('appraisal', zhCN, en);
