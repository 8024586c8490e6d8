/** Call files of every kind for the parser's tests, with the same two calls in each. */

export const ZH_HEADING = '时间,责任人编号,渠道,电话,姓名,网点,内容,类别,子类,结果,用户同意转出';
export const EN_HEADING = 'time,officer,channel,phone,name,site,summary,category,kind,outcome,agreed';

export const BODY = [
  '2026-09-17 09:05,01,电话,13812345678,王喆,城东支行,"取款机吞卡,无显示",技术质量,硬件,转问题表,是',
  '2026-09-17 09:07,02,电话,,,,打错电话,,,骚扰或打错,',
];

export const csvOf = (heading: string, body: readonly string[] = BODY): string => [heading, ...body].join('\r\n');

/** The Chinese file in GB18030; Node only decodes it, so the bytes stand here: made by `iconv -t GB18030`. */
export const GB18030_BASE64 =
  'yrG85CzU8MjOyMux4LrFLMf+tcAstee7sCzQ1cP7LM34teMsxNrI3SzA4LHwLNfTwOAsveG5+yzTw7unzazS4teqs/YNCjIwMjYt' +
  'MDktMTcgMDk6MDUsMDEstee7sCwxMzgxMjM0NTY3OCzN9Ya0LLPHtqvWp9DQLCLIob/uu/rNzL+oLM7ez9TKviIsvLzK9dbKwb8s' +
  '07K8/izXqs7KzOKx7SzKxw0KMjAyNi0wOS0xNyAwOTowNywwMiy157uwLCwsLLTytO2157uwLCwsyafIxbvytPK07Sw=';
