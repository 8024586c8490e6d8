/** What is said at each step of a revisit (SCR-1), in our own words after the steps of 000 ch.3 §4.5.3. */
import { script } from '../shared/words';

type Lines = Parameters<typeof script>[2];

const say = (step: string, lines: Lines) => script('revisit', step, lines);

export const revisitScripts = [
  say('opening', {
    title: ['回访开头', 'Revisit: opening'],
    text: [
      '您好，{customer}，我是{company}用户服务部。昨天{site}的{equipment}发生故障，由我们的工程师{engineer}处理，请问今天运行正常吗？',
      'Good day, {customer}, this is the user service of {company}. Yesterday our engineer {engineer} attended to the {equipment} at {site}. Is it running well today?',
    ],
    hint: [
      '拨号前先看完该用户的全部事项，一次通话说完。',
      'Read all matters of the customer before you dial; one call for all.',
    ],
  }),
  say('revisit', {
    branch: 'satisfied',
    title: ['运行正常、用户满意', 'Running well, satisfied'],
    text: [
      '太好了，谢谢您的配合，打扰您了。以后有需要请再拨打800热线，我们随时为您服务。再见！',
      'I am glad to hear it. Thank you, and sorry to have disturbed you. Call the 800 hotline whenever you need us. Goodbye!',
    ],
    hint: ['请用户评价工程师，并按原话记录。', 'Ask how the engineer did, and write down the customer’s own words.'],
  }),
  say('revisit', {
    branch: 'not-satisfied',
    title: ['运行不正常或用户不满意', 'Not running well, or not satisfied'],
    text: [
      '对不起，给您添麻烦了。请您说说具体情况，我马上请工程师为您处理，最迟{promisedTime}与您联系。',
      'I am sorry for the trouble. Please tell me what is wrong; I will ask the engineer to see to it at once, and you will hear from us by {promisedTime}.',
    ],
    hint: [
      '如实记录不满意的原因；不作超出承诺的答复，立即转回处理。',
      'Write down the reason as it was said, promise nothing beyond the policy, and send it back at once.',
    ],
  }),
  say('no-answer', {
    title: ['无人接听', 'Nobody answers'],
    text: [
      '（无人接听或不便接听）抱歉打扰，请问什么时间方便再给您打电话？',
      '(Nobody answers, or it is a bad moment.) I am sorry to disturb you. When may I call again?',
    ],
    hint: [
      '登记未接通，或按用户方便的时间改约；休息时间不拨打。',
      'Enter the attempt or agree another time; no calls in rest hours.',
    ],
  }),
];
