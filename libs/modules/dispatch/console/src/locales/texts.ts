/** Texts of the dispatch pages, Chinese first. */
import { defineTexts } from '@bihuan/console-kit';
import { en } from './en';
import { zhCN } from './zh-cn';

export const dispatchTexts = defineTexts('dispatch', zhCN, en);
