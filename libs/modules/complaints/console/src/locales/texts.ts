/** Texts of the complaints pages, Chinese first. */
import { defineTexts } from '@bihuan/console-kit';
import { en } from './en';
import { zhCN } from './zh-cn';

export const complaintsTexts = defineTexts('complaints', zhCN, en);
