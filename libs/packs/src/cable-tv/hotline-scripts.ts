/** What an agent says at each step of a call (SCR-1). 003 lists a conduct standard but does not contain it: all is chosen. */
import { commonScripts, say } from '../shared/hotline-scripts';

export const hotlineScripts = [
  say('opening', {
    title: ['开头语', 'Opening'],
    text: [
      '您好，这里是{company}服务热线，请问有什么可以帮您？',
      'Good day, this is the service line of {company}. How can I help you?',
    ],
    hint: [
      '先核对户名和地址，再问是数字电视还是宽带。',
      'Check name and address first, then ask whether it is TV or broadband.',
    ],
  }),
  say('no-answer', {
    title: ['对方无声', 'Nobody speaks'],
    text: [
      '您好，请问能听到我说话吗？……抱歉，现在听不到您的声音，请您稍后再拨。',
      'Good day, can you hear me? … I am sorry, I cannot hear you. Please call again.',
    ],
  }),
  say('wrong-number', {
    title: ['打错电话', 'Wrong number'],
    text: [
      '您好，这里是{company}服务热线，请您再核对一下号码。再见！',
      'This is the service line of {company}; please check the number. Goodbye!',
    ],
    hint: ['登记为骚扰或打错，不计入咨询。', 'Close it as a wrong number; it does not count.'],
  }),
  say('complaint-apology', {
    title: ['投诉致歉', 'Apology for a complaint'],
    text: [
      '{customer}，给您带来不便，非常抱歉。这件事由我负责跟进，最迟{promisedTime}给您答复。',
      '{customer}, I am very sorry for the trouble. I will follow this up myself and give you an answer by {promisedTime}.',
    ],
    hint: ['不争辩、不打断、不推托。', 'Do not argue, interrupt or pass the buck.'],
  }),
  say('cannot-solve-now', {
    title: ['派单处理', 'An order is made'],
    text: [
      '{customer}，我现在为您派单，维护人员会在规定时间内与您联系，最迟{promisedTime}。请再和我核对一下地址和电话。',
      '{customer}, I am making an order now. The engineer will be in touch in time, by {promisedTime} at the latest. May I check your address and phone once more?',
    ],
  }),
  say('praise', {
    title: ['表扬致谢', 'Thanks for praise'],
    text: ['{customer}，谢谢您的肯定，我会转告{engineer}。', 'Thank you, {customer}. I will tell {engineer}.'],
  }),
  say('suggestion', {
    title: ['建议致谢', 'Thanks for a suggestion'],
    text: [
      '{customer}，谢谢您的建议，我会转交相关部门研究。',
      'Thank you for the suggestion, {customer}. I will pass it on.',
    ],
  }),
  ...commonScripts,
];
