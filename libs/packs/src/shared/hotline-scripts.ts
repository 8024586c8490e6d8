/** What is said at the steps of a call that go alike in every company (SCR-1), in our own words. */
import { script } from './words';

type Lines = Parameters<typeof script>[2];

/** A text of the hotline's desk. */
export const say = (step: string, lines: Lines) => script('hotline', step, lines);

export const commonScripts = [
  say('hold', {
    title: ['请对方稍等', 'Hold'],
    text: ['请您稍等，我马上为您查询。', 'One moment please, I am looking that up for you.'],
    hint: [
      '回到通话时先说“让您久等了”；时间较长时问对方是否愿意由我们回电。',
      'When you return, thank the caller for waiting; if it takes longer, offer to call back.',
    ],
  }),
  say('transfer', {
    title: ['征得同意后转接', 'Transfer with consent'],
    text: [
      '{customer}，这件事由专业同事答复会更准确，我现在为您转接，可以吗？',
      '{customer}, a colleague can answer this more exactly. May I put you through now?',
    ],
    hint: ['同意后才能转接，并向同事说明情况。', 'Never without consent; tell your colleague the matter.'],
  }),
  say('test-and-call-back', {
    title: ['请对方试用后回复', 'Customer tests and calls back'],
    text: [
      '{customer}，麻烦您按刚才的步骤试一下，并在24小时内把结果告诉我们。如果没有收到您的来电，我们就当作已经解决，您随时可以再打来。',
      '{customer}, please try the steps we went through and tell us the result within 24 hours. If we do not hear from you we take it as solved; you can call again at any time.',
    ],
  }),
  say('call-back', {
    title: ['回电答复', 'Call back with the answer'],
    text: [
      '您好，请问是{customer}吗？这里是{company}客服。您反映的事情已经有了结果，现在向您说明，好吗？',
      'Good day, is this {customer}? This is the customer service of {company}. There is a result of what you told us; may I explain it now?',
    ],
    hint: ['结束前确认对方是否明白、是否满意。', 'Before ending, ask whether it is understood and satisfactory.'],
  }),
  say('chase', {
    title: ['催办期间告知', 'Telling the customer while chasing'],
    text: [
      '{customer}，您好，这里是{company}客服。您的事情正在处理，还没有最后结果，让您久等了，非常抱歉。一有进展我马上通知您。',
      'Good day {customer}, this is the customer service of {company}. Your matter is being worked on and is not finished yet. I apologise for the wait and will tell you as soon as there is news.',
    ],
    hint: ['先向处理部门问清进展，再联系对方。', 'Ask the handling unit for the state first, then call the customer.'],
  }),
  say('closing', {
    title: ['结束语', 'Closing'],
    text: [
      '还有其它可以帮您的吗？谢谢您的来电，再见！',
      'Is there anything else I can do for you? Thank you for calling. Goodbye!',
    ],
    hint: ['先小结要点，等对方挂机后再结束通话。', 'Sum up first and let the caller hang up.'],
  }),
];
