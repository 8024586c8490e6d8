/** Texts of the hotline's pages, Chinese first. */
import { defineTexts } from '@bihuan/console-kit';
import { en } from './en';
import { zhCN } from './zh-cn';

export const hotlineTexts = defineTexts('hotline', zhCN, en);
