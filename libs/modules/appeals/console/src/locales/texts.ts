/** Texts of the appeals pages, Chinese first. */
import { defineTexts } from '@bihuan/console-kit';
import { en } from './en';
import { zhCN } from './zh-cn';

export const appealsTexts = defineTexts('appeals', zhCN, en);
